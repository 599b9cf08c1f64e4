/** Sync by hand in the admin: previewed, started, followed to its end, and the new screens sound at every size. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appFrame, launchChromium, openPage } from "./chromium.ts";
import { type Demo, startDemo } from "./demo-process.ts";
import { type FocusPictures, focusPictures } from "./focus-picture.ts";
import { setUp } from "./set-up.ts";
import { sweep } from "./sweep.ts";

describe("sync by hand", () => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-sync-"));
  let demo: Demo;
  let browser: Browser;
  let pictures: FocusPictures;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(folder), launchChromium()]);
    pictures = await focusPictures(browser);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows an up-to-date order with nothing to do, runs it, and lists the run", async () => {
    const { page } = await openPage(browser);
    const app = appFrame(page);
    await setUp(page, demo);
    await page.goto(`${demo.storeUrl}/orders/new`);
    await page.getByRole("button", { name: "Create order" }).click();
    await page.getByRole("link", { name: "Open in Tieout" }).click();
    await app.getByText("Open estimate 1121").waitFor();
    await app.getByRole("button", { name: "Preview Resync" }).click();
    await app.getByText("Nothing to do: nothing would be written").waitFor();

    await page.goto(`${demo.appUrl}/sync`);
    const numbers = app.getByRole("textbox", { name: "Order numbers" });
    // Pressed again until React has taken the page over.
    await expect.poll(async () => {
      await app.locator("label", { hasText: "Order numbers" }).first().click();
      return numbers.isVisible();
    }).toBe(true);
    await numbers.fill("#1121, 99999");
    await app.getByRole("button", { name: "Preview", exact: true }).click();
    await app.getByText("No order of this shop has: #99999.").waitFor();
    await app.getByText("Nothing to do: nothing would be written").waitFor();
    await app.getByRole("button", { name: "Start sync" }).click();
    await app.getByText("1 of 1 order done").waitFor();
    await page.goto(`${demo.appUrl}/activity`);
    const link = app.getByRole("row").getByRole("link");
    const runPath = (await link.getAttribute("href"))?.replace(/\?.*$/, "") ?? "";
    await page.close();
    expect(await sweep({ browser, pictures, appUrl: demo.appUrl, paths: ["/app/sync", "/app/activity", runPath] })).toEqual([]);
  });

  it("says in one sentence what cannot be synced, and previews the rest", async () => {
    const { page } = await openPage(browser);
    const app = appFrame(page);
    await page.goto(`${demo.appUrl}/settings`);
    await app.getByLabel("Start date").waitFor();
    await expect.poll(async () => {
      await app.getByLabel("Start date").fill("2026-11-20");
      return page.getByRole("button", { name: "Save", exact: true }).isVisible();
    }).toBe(true);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();

    await page.goto(`${demo.appUrl}/sync`);
    const preview = app.getByRole("button", { name: "Preview", exact: true });
    const dates = async (from: string, to: string): Promise<void> => {
      await app.getByLabel("From", { exact: true }).fill(from);
      await app.getByLabel("To", { exact: true }).fill(to);
      await preview.click();
    };
    await app.getByRole("heading", { name: "Sync by hand" }).waitFor();
    await dates("2026-11-07", "2026-11-01");
    await app.getByText(/before it begins/).waitFor();
    await dates("2999-01-01", "2999-01-02");
    await app.getByText(/so there are no orders yet/).waitFor();

    await app.locator("label", { hasText: "Order numbers" }).first().click();
    const numbers = app.getByRole("textbox", { name: "Order numbers" });
    for (const [typed, sentence] of [["1-10000", "These are 10,000 numbers; at most 2,000 go into one run."], ["9-3", /runs backwards/], ["", /at least one order number/]] as const) {
      await numbers.fill(typed);
      await preview.click();
      await app.getByText(sentence).waitFor();
      expect(await app.getByRole("button", { name: "Start sync" }).isDisabled()).toBe(true);
    }

    await numbers.fill("1001, 99999, 1121");
    await preview.click();
    await app.getByText("No order of this shop has: #99999.").waitFor();
    await app.getByText(/placed before your start date/).waitFor();
    await page.close();
  });
});
