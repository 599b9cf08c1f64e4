/** Removing an order from QuickBooks, on a phone's width and by keyboard: the plan first, then gone, and back by a resync. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appFrame, launchChromium, openPage } from "./chromium.ts";
import { type Demo, startDemo } from "./demo-process.ts";

describe("removing an order from QuickBooks", () => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-remove-"));
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(folder), launchChromium()]);
    ({ page, troubles } = await openPage(browser, { width: 1280, height: 900 }));
    await page.goto(demo.appUrl);
    await appFrame(page).getByText("Start set-up").click();
    await appFrame(page).getByRole("button", { name: "Connect QuickBooks" }).click();
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await appFrame(page).getByRole("button", { name: /finish/i }).click();
    await appFrame(page).getByText("Ready for the first order").waitFor();
    await page.goto(`${demo.storeUrl}/orders`);
    await page.getByRole("link", { name: "Create order" }).click();
    await page.getByRole("button", { name: "Create order" }).click();
    await page.waitForURL(/\/orders\/\d+/);
    await page.getByRole("link", { name: "Open in Tieout" }).click();
    await appFrame(page).getByText("Open estimate 1121").waitFor();
    // Connecting sends the browser away and back, after which the library asks once for a fresh session token.
    troubles.length = 0;
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });

  const openDialog = async (): Promise<void> => {
    await appFrame(page).getByRole("button", { name: /view actions/i }).press("Enter");
    await appFrame(page).getByRole("button", { name: /Remove from QuickBooks/ }).press("Enter");
    // Polaris gives the dialog itself no size; its title has one.
    await appFrame(page).getByText("Remove order #1121 from QuickBooks?").waitFor();
  };

  it("shows what goes before it goes, at 320 px without scrolling sideways, and gives way to Escape", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await openDialog();
    const dialog = appFrame(page).getByRole("dialog");
    const text = await dialog.innerText();
    expect(text).toMatch(/Sales order 1121 · \$[\d.,]+/);
    expect(text).toMatch(/Payment · \$[\d.,]+/);
    expect(text).toMatch(/Shopify Clearing\s+-\$[\d.,]+\s+Accounts Receivable\s+\+\$[\d.,]+/);
    const frame = page.frame({ name: "app-iframe" });
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    if (process.env["SCREENSHOTS"] !== undefined) await page.screenshot({ path: join(process.env["SCREENSHOTS"], "remove-320.png") });
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  it("removes it after the confirmation, says by whom, and makes it again on a resync", async () => {
    await openDialog();
    await appFrame(page).getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).press("Enter");
    await appFrame(page).getByRole("heading", { name: "Removed from QuickBooks" }).waitFor();
    await appFrame(page).getByText(/by a person of the shop \(Shopify user \d+\)/).waitFor();
    if (process.env["SCREENSHOTS"] !== undefined) await page.screenshot({ path: join(process.env["SCREENSHOTS"], "removed-320.png"), fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    await appFrame(page).getByRole("button", { name: "Resync", exact: true }).click();
    await appFrame(page).getByText("Open estimate 1121").waitFor();
    expect(troubles).toEqual([]);
  });
});
