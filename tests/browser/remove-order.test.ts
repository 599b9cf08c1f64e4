/** Removing an order from QuickBooks, on a phone's width and by keyboard: the plan first, then gone, and back by a resync. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { appFrame, openPage } from "./chromium.ts";
import { createOrder } from "./create-order.ts";
import { setUp } from "./set-up.ts";
import { useDemo } from "./use-demo.ts";

describe("removing an order from QuickBooks", () => {
  const stage = useDemo("remove");
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    ({ page, troubles } = await openPage(stage.browser, { width: 1280, height: 900 }));
    await setUp(page, stage.demo);
    await createOrder(page, stage.demo);
    await appFrame(page).getByText("Open estimate 1121").waitFor();
    // Connecting sends the browser away and back, after which the library asks once for a fresh session token.
    troubles.length = 0;
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
