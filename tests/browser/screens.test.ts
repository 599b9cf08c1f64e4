/** Every screen of the registry in the admin: sizes, states, keyboard, accessibility, speed; with nothing on the console. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCREENS } from "#app/screens/registry.ts";
import { appFrame, launchChromium, openPage } from "./chromium.ts";
import { type Demo, startDemo } from "./demo-process.ts";
import { type FocusPictures, focusPictures } from "./focus-picture.ts";
import { type Sweep, sweep, sweepUnhappy } from "./sweep.ts";
import { watchVitals } from "./vitals.ts";

describe("the screens in the admin", () => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-screens-"));
  let demo: Demo;
  let browser: Browser;
  let pictures: FocusPictures;
  let orderPath: string;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(folder), launchChromium()]);
    pictures = await focusPictures(browser);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });

  const screens = (): Sweep => ({ browser, pictures, appUrl: demo.appUrl, paths: [...SCREENS.map(({ path }) => path), ...(orderPath ? [orderPath] : [])] });

  it("are sound before QuickBooks is connected and anything was posted", async () => {
    expect(await sweep(screens())).toEqual([]);
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
    expect(await sweep(screens())).toEqual([]);
  });

  it("are sound while their data is on its way, and when it could not be had", async () => {
    expect(await sweepUnhappy(screens())).toEqual([]);
  });

  it.each(["no answer", "a page of a server in between"])("keep the navigation and a way on when their data is %s", async (what) => {
    const { page } = await openPage(browser);
    await page.goto(`${demo.appUrl}/settings`);
    const navigation = page.getByRole("navigation", { name: "Admin" });
    await page.route(/rules\.data/, (route) => (what === "no answer" ? route.abort() : route.fulfill({ status: 502, contentType: "text/html", body: "<script></script><h1>Bad gateway</h1>" })));
    await appFrame(page).getByRole("link", { name: "Open rules" }).click();
    const again = appFrame(page).getByRole("button", { name: "Try again" });
    await again.waitFor();
    for (const { title } of SCREENS.filter(({ inNavigation }) => inNavigation)) await navigation.getByRole("link", { name: title }).last().waitFor();
    await page.unroute(/rules\.data/);
    await again.click();
    await appFrame(page).getByRole("heading", { level: 1, name: "Rules" }).waitFor();
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
    expect(await sweep(screens())).toEqual([]);
  });
});
