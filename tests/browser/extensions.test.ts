/** Resync from Shopify's own pages: the order's block and action, and the list's bulk action, against the app from a foreign origin. */
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appFrame, launchChromium, openPage } from "./chromium.ts";
import { type Demo, startDemo } from "./demo-process.ts";
import { setUp } from "./set-up.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const MISSING_ITEM = /QuickBooks has no item/;

describe("the extensions on Shopify's pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-extensions-"));
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  let orderUrl: string;
  let companyUrl: string;

  const block = () => page.frameLocator("iframe[name=extension-block]");
  const action = () => page.frameLocator("iframe[name=extension-action]");
  const createOrder = async (): Promise<void> => {
    await page.goto(`${demo.storeUrl}/orders/new`);
    await page.getByRole("button", { name: "Create order" }).click();
    await page.waitForURL(/\/orders\/\d+/);
    orderUrl = page.url().replace(/\?.*/, "");
  };
  /** What an app has written to the company: reads, and batches of reads, are no writes. */
  const writes = async (): Promise<string[]> => {
    await page.goto(`${companyUrl}/requests`);
    const rows = await page.getByRole("region", { name: "Requests, newest first" }).locator("tbody tr").allInnerTexts();
    return rows.map((row) => row.replaceAll(/\s+/g, " ")).filter((row) => row.startsWith("POST") && !row.includes("/batch"));
  };
  const picture = async (name: string): Promise<void> => {
    const shots = process.env["SCREENSHOTS"];
    for (const width of shots === undefined ? [] : [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(shots ?? "", `extension-${name}-${width}.png`) });
    }
  };
  const openAction = async (): Promise<void> => {
    await page.locator("#more-actions").click();
    await page.getByRole("button", { name: "Resync to QuickBooks" }).click();
    await action().getByRole("button", { name: "Resync" }).waitFor();
  };

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(folder), launchChromium()]);
    ({ page, troubles } = await openPage(browser));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });

  it("say that QuickBooks is not connected, and where to change that", async () => {
    await createOrder();
    await block().getByText("QuickBooks is not connected").waitFor();
    await block().getByRole("link", { name: "Open connection" }).click();
    await appFrame(page).getByRole("button", { name: "Connect QuickBooks" }).first().waitFor();
  });

  it("show an order's state and documents, and that there is nothing to do", async () => {
    await setUp(page, demo);
    troubles.length = 0;
    await createOrder();
    await expect.poll(async () => {
      await page.reload();
      await block().getByText("Tieout").first().waitFor();
      return block().getByRole("link", { name: /Open payment/ }).waitFor({ timeout: 2_000 }).then(() => true, () => false);
    }, { timeout: 30_000 }).toBe(true);
    await page.goto((await block().getByRole("link", { name: /Open payment/ }).getAttribute("href")) ?? "");
    companyUrl = page.url().replace(/\/documents\/.*$/, "");
    const before = await writes();
    await page.goto(orderUrl);
    await openAction();
    await action().getByText("Nothing to do", { exact: true }).waitFor();
    await action().getByText(/Adds what is missing/).waitFor();
    await action().getByRole("button", { name: "Resync" }).click();
    await action().getByText(/Nothing to do: QuickBooks has everything/).waitFor();
    await action().getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    expect(await writes()).toEqual(before);
  });

  it("make only the payment that a bookkeeper has deleted", async () => {
    await page.goto(orderUrl);
    const paymentUrl = await block().getByRole("link", { name: /Open payment/ }).getAttribute("href");
    await page.goto(paymentUrl ?? "");
    await page.getByRole("button", { name: /^Delete/ }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: /^Delete/ }).click();
    await page.getByText("Deleted by the bookkeeper").first().waitFor();
    await page.goto(orderUrl);
    await openAction();
    await action().getByText("What a resync would do:").waitFor();
    expect(await action().getByText(/^Create /).allInnerTexts()).toEqual([expect.stringMatching(/^Create payment \$[\d.]+$/)]);
    await action().getByRole("button", { name: "Resync" }).click();
    await action().getByText(/: Done$/).waitFor();
    expect(await action().getByText(/made in QuickBooks/).allInnerTexts()).toEqual([expect.stringMatching(/^Payment.* made in QuickBooks$/)]);
  });

  it("resync what is chosen in the list, with a result for each", async () => {
    await page.goto(`${demo.storeUrl}/orders`);
    for (const box of (await page.getByRole("checkbox").all()).slice(1, 4)) await box.check();
    await page.getByText("3 selected").waitFor();
    await page.getByRole("button", { name: "Resync to QuickBooks" }).click();
    await action().getByText("3 orders chosen").waitFor();
    await action().getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Resync to QuickBooks" }).click();
    await action().getByRole("button", { name: "Resync" }).click();
    await action().getByText(/nothing to do.*not in Tieout/).waitFor();
  });

  it("tell what an order waits for before and after the press, and count it in the list's result", async () => {
    await page.goto(`${demo.appUrl}/settings`);
    const app = appFrame(page);
    // Pressed again until React has taken the page over.
    await expect.poll(async () => {
      const products = app.getByRole("group", { name: "When QuickBooks does not know a product" });
      await products.locator("label", { hasText: "Wait for me" }).click();
      return products.getByRole("radio", { name: "Wait for me" }).isChecked();
    }).toBe(true);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    await page.goto(`${demo.storeUrl}/orders/new`);
    const articles = page.getByRole("combobox", { name: "Article" });
    // The last one is a gift card, which has an item of its own from the start.
    await articles.selectOption({ index: (await articles.getByRole("option").count()) - 2 });
    await page.getByRole("button", { name: "Create order" }).click();
    await page.waitForURL(/\/orders\/\d+/);
    orderUrl = page.url().replace(/\?.*/, "");
    await expect.poll(async () => {
      await page.reload();
      return block().getByText(MISSING_ITEM).first().waitFor({ timeout: 10_000 }).then(() => true, () => false);
    }, { timeout: 40_000 }).toBe(true).catch(async (error: unknown) => {
      await picture("no-issue");
      throw error;
    });
    const before = await writes();
    await page.goto(orderUrl);
    await openAction();
    await action().getByText(MISSING_ITEM).first().waitFor();
    await action().getByRole("button", { name: "Resync" }).click();
    await action().getByRole("button", { name: "Close" }).waitFor();
    await action().getByText(MISSING_ITEM).first().waitFor();
    await picture("issue");
    await page.goto(`${demo.storeUrl}/orders`);
    for (const name of [/#1122/, /#1123/]) await page.getByRole("row", { name }).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Resync to QuickBooks" }).click();
    await action().getByText("2 orders chosen").waitFor();
    await action().getByRole("button", { name: "Resync" }).click();
    await action().getByText("1 nothing to do, 1 need you").waitFor();
    await picture("issue-list");
    expect(await writes()).toEqual(before);
  });

  it.each([320, 1280])("have no serious finding of axe at %i px", async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(orderUrl);
    await block().getByRole("button", { name: "Resync" }).waitFor();
    await openAction();
    for (const frame of page.frames()) expect([frame.name(), await seriousIn(frame)]).toEqual([frame.name(), []]);
    if (process.env["SCREENSHOTS"] !== undefined) await page.screenshot({ path: join(process.env["SCREENSHOTS"], `extension-${width}.png`), fullPage: true });
    // Connecting sends the browser away and back, after which the library asks once for a fresh session token.
    expect(troubles.filter((line) => !line.endsWith("/quickbooks/connect"))).toEqual([]);
  });
});

async function seriousIn(frame: Frame): Promise<string[]> {
  await frame.addScriptTag({ content: AXE });
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: Document, options: { iframes: boolean }): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } };
    const { violations } = await axe.run(document, { iframes: false });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}
