/** Every screen of the registry in the admin: sizes, states, keyboard, accessibility, speed; with nothing on the console. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCREENS } from "#app/screens/registry.ts";
import { appFrame, launchChromium, openPage } from "./chromium.ts";
import { type Demo, startDemo } from "./demo-process.ts";
import { watchVitals } from "./vitals.ts";

const SIZES = [320, 768, 1280];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the screens in the admin", () => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-screens-"));
  let demo: Demo;
  let browser: Browser;
  let orderPath: string;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(folder), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });

  const appFrameOf = (page: Page): Frame => {
    const frame = page.frame({ name: "app-iframe" });
    if (!frame) throw new Error("the admin shows no app");
    return frame;
  };
  const axeProblems = async (page: Page): Promise<string[]> => {
    const frame = appFrameOf(page);
    await frame.addScriptTag({ content: AXE });
    return frame.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } };
      const { violations } = await axe.run();
      return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    });
  };
  /** Looks at each screen in each size; answers what is wrong. */
  const sweep = async (paths: readonly string[]): Promise<string[]> => {
    const wrong: string[] = [];
    for (const width of SIZES) {
      const { page, troubles } = await openPage(browser, { width, height: 900 });
      for (const path of paths) {
        await page.goto(demo.appUrl + path.replace(/^\/app/, ""));
        await appFrame(page).getByRole("heading", { level: 1 }).first().waitFor();
        const overflow = await appFrameOf(page).evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (overflow > 0) wrong.push(`${path} at ${width}: ${overflow} px wider than the screen`);
        for (const problem of await axeProblems(page)) wrong.push(`${path} at ${width}: ${problem}`);
      }
      wrong.push(...troubles.map((trouble) => `${width}: ${trouble}`));
      await page.close();
    }
    return wrong;
  };
  const paths = (): string[] => [...SCREENS.map(({ path }) => path), ...(orderPath ? [orderPath] : [])];

  it("are sound before QuickBooks is connected and anything was posted", async () => {
    expect(await sweep(paths())).toEqual([]);
  });

  it("are sound with an order, after set-up", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${demo.appUrl}/setup`);
    await appFrame(page).getByRole("button", { name: "Connect QuickBooks" }).click();
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await appFrame(page).getByRole("button", { name: /finish/i }).click();
    await appFrame(page).getByText("Ready for the first order").waitFor();
    await page.goto(`${demo.storeUrl}/orders/new`);
    await page.getByRole("button", { name: "Create order" }).click();
    await page.getByRole("link", { name: "Open in Tieout" }).click();
    await appFrame(page).getByText("Open estimate 1121").waitFor();
    orderPath = `/app/orders/${/orders\/(\d+)/.exec(page.url())?.[1] ?? ""}`;
    await page.close();
    expect(await sweep(paths())).toEqual([]);
  });

  it("are sound while their data is on its way, and when it could not be had", async () => {
    const wrong: string[] = [];
    for (const width of SIZES) {
      const { page } = await openPage(browser, { width, height: 900 });
      for (const path of paths()) {
        const from = path === "/app" ? "/orders" : "";
        await page.goto(demo.appUrl + from);
        await appFrame(page).getByRole("heading", { level: 1, name: from === "" ? "Overview" : "Orders" }).waitFor();
        const { promise: enough, resolve: letItFail } = Promise.withResolvers<void>();
        const data = new RegExp(`${path}\\.data`);
        await page.route(data, async (route) => {
          await enough;
          await route.fulfill({ status: 500, body: "" });
        });
        // As a link within the app does it; not every screen has one on every other.
        await appFrameOf(page).evaluate((to) => void (globalThis as unknown as { __remixRouter: { navigate(to: string): Promise<void> } }).__remixRouter.navigate(to), path);
        await appFrame(page).locator('main[aria-busy="true"]').getByRole("status", { name: "Page loading" }).waitFor();
        for (const problem of await axeProblems(page)) wrong.push(`${path} loading at ${width}: ${problem}`);
        letItFail();
        await appFrame(page).getByRole("heading", { name: "This page could not be shown" }).waitFor();
        await appFrame(page).getByText("Nothing was changed in your books").waitFor();
        for (const problem of await axeProblems(page)) wrong.push(`${path} failed at ${width}: ${problem}`);
        await page.unroute(data);
      }
      await page.close();
    }
    expect(wrong).toEqual([]);
  });

  it("can be reached and used by keyboard alone", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${demo.appUrl}/rules`);
    const control = appFrame(page).getByRole("switch").first();
    await control.waitFor();
    const before = await control.getAttribute("aria-checked");
    for (let presses = 0; presses < 60 && !(await control.evaluate((element) => element === element.ownerDocument.activeElement)); presses += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => control.getAttribute("aria-checked")).not.toBe(before);
    await page.close();
  });

  it.each(["/app", "/app/orders", "order"])("shows %s within 1.5 s and without shifting", async (which) => {
    const { page } = await openPage(browser);
    const path = which === "order" ? orderPath : which;
    const vitals = await watchVitals(page, demo.appUrl + path.replace(/^\/app/, ""));
    console.log(`${path}: LCP ${Math.round(vitals.lcpMs)} ms, CLS ${vitals.cls.toFixed(3)}`);
    expect(vitals.lcpMs).toBeLessThanOrEqual(1_500);
    expect(vitals.cls).toBeLessThanOrEqual(0.05);
    await page.close();
  });

  it("home loads at most 280 kB of JavaScript, compressed", async () => {
    const { page } = await openPage(browser);
    let bytes = 0;
    page.on("requestfinished", (request) => {
      if (/\/assets\/.*\.js$/.test(request.url())) void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize));
    });
    await page.goto(demo.appUrl);
    await appFrame(page).getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForLoadState("networkidle");
    console.log(`home: ${Math.round(bytes / 1000)} kB of JavaScript over the wire`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(280_000);
    await page.close();
  });

  it("say that they are paused, with the button that reconnects, when QuickBooks has taken the authorisation away", async () => {
    const { page } = await openPage(browser);
    await page.goto(demo.quickBooksUrl);
    await page.getByRole("link", { name: /Harbour Goods LLC/ }).first().click();
    await page.getByRole("link", { name: /settings/i }).first().click();
    await page.getByRole("button", { name: /disconnect/i }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: /disconnect/i }).click();
    await page.goto(`${demo.storeUrl}/orders/new`);
    await page.getByRole("button", { name: "Create order" }).click();
    await page.waitForURL(/\/orders\/\d+/);
    await page.goto(demo.appUrl);
    await expect.poll(async () => {
      await page.reload();
      return appFrame(page).getByText(/Paused: reconnect QuickBooks/).first().isVisible();
    }, { timeout: 40_000, interval: 1_000 }).toBe(true);
    await page.close();
    expect(await sweep(paths())).toEqual([]);
  });
});
