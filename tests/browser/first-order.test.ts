/** The demo as a newcomer clicks through it: connect, choose, order, ship; then stopped and started again. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appFrame, launchChromium, openPage } from "./chromium.ts";
import { type Demo, startDemo } from "./demo-process.ts";

describe("a newcomer in the demo", () => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-demo-"));
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  let orderPage: string;
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(folder), launchChromium()]);
    ({ page } = await openPage(browser));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });

  it("connects QuickBooks and chooses that the invoice is made when the order ships", async () => {
    await page.goto(demo.appUrl);
    await click(appFrame(page).getByText("Start set-up"));
    await click(appFrame(page).getByRole("button", { name: "Connect QuickBooks" }));
    await click(page.getByRole("button", { name: "Connect", exact: true }));
    const choice = appFrame(page).getByRole("radio", { name: /when the order ships/i });
    await choice.waitFor();
    expect(await choice.isChecked()).toBe(true);
    expect(page.url()).not.toContain("code=");
    await click(appFrame(page).getByRole("button", { name: /finish/i }));
    await appFrame(page).getByText("Ready for the first order").waitFor();
  });

  it("sees a sales order within three seconds of creating an order", async () => {
    await click(page.getByRole("link", { name: "Orders", exact: true }).first());
    await click(page.getByRole("link", { name: "Create order" }));
    await click(page.getByRole("button", { name: "Create order" }));
    const createdAt = performance.now();
    await page.waitForURL(/\/orders\/\d+/);
    orderPage = page.url();
    await click(page.getByRole("link", { name: "Open in Tieout" }));
    await appFrame(page).getByText("Open estimate 1121").waitFor();
    const tookMs = performance.now() - createdAt;
    console.log(`sales order on the screen ${Math.round(tookMs)} ms after the order was created`);
    expect(tookMs).toBeLessThan(3_000);
  });

  it("ships it and finds the invoice paid with balance 0 and the sales order closed, within twelve clicks in all", async () => {
    await page.goto(orderPage);
    await click(page.getByRole("button", { name: "Fulfill items" }));
    await click(page.getByRole("dialog").getByRole("button", { name: "Fulfill", exact: true }));
    await click(page.getByRole("link", { name: "Open in Tieout" }));
    const app = appFrame(page);
    await app.getByText("Open invoice 1121").waitFor();
    await app.getByText("Matches, to the cent").waitFor();
    await app.getByText("Closed", { exact: true }).waitFor();
    await app.getByText("Paid", { exact: true }).waitFor();
    await app.getByText("Open: $0.00").waitFor();
    console.log(`${clicks} clicks from an unconnected shop to a paid invoice`);
    expect(clicks).toBeLessThanOrEqual(12);
  });

  it("finds the same documents in QuickBooks' own pages", async () => {
    const [books] = await Promise.all([page.waitForEvent("popup"), appFrame(page).getByRole("link", { name: /Open invoice 1121/ }).click()]);
    await books.getByText("Invoice 1121").first().waitFor();
    expect(await books.locator("body").innerText()).toMatch(/Balance[^\n]*\n?.*0\.00/i);
    await books.close();
  });

  it("ends within 20 s of SIGTERM and finds its data at the second start", async () => {
    const tookMs = await demo.stop("SIGTERM");
    console.log(`demo ended ${Math.round(tookMs)} ms after SIGTERM`);
    expect(tookMs).toBeLessThan(20_000);
    demo = await startDemo(folder);
    console.log(`second start took ${Math.round(demo.startedInMs)} ms`);
    expect(demo.startedInMs).toBeLessThan(15_000);
    await page.goto(`${demo.appUrl}/orders`);
    await appFrame(page).getByText("#1121").first().waitFor();
  });
});
