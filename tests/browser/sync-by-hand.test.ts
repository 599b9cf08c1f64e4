/** Sync by hand in the admin: previewed, started, followed to its end; what cannot be synced is told in one sentence; and the new screens are sound at every size. */
import type { FrameLocator, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appFrame, openPage } from "./chromium.ts";
import { createOrder } from "./create-order.ts";
import { focusPictures } from "./focus-picture.ts";
import { openScreen } from "./open-screen.ts";
import { setUp } from "./set-up.ts";
import { preview, startSync, typeNumbers } from "./start-sync.ts";
import { sweep } from "./sweep.ts";
import { useDemo } from "./use-demo.ts";

describe("sync by hand", () => {
  const stage = useDemo("sync");
  let page: Page;
  let app: FrameLocator;

  beforeAll(async () => {
    const first = await openPage(stage.browser);
    await setUp(first.page, stage.demo);
    await createOrder(first.page, stage.demo);
    await appFrame(first.page).getByText("Open estimate 1121").waitFor();
    await first.page.close();
  });
  beforeEach(async () => {
    ({ page } = await openPage(stage.browser));
    app = appFrame(page);
  });
  afterEach(() => page.close());

  const numbers = () => app.getByRole("textbox", { name: "Order numbers" });
  const pressPreview = (): Promise<void> => app.getByRole("button", { name: "Preview", exact: true }).click();
  const previewTitle = () => app.getByRole("heading", { name: "What would happen" });
  const startButton = () => app.getByRole("button", { name: "Start sync" });
  const shownOrders = (): Promise<string[]> => app.getByRole("heading", { level: 3 }).allInnerTexts();
  /** The whole first column of a run's page. */
  const listedOrders = async (): Promise<string[]> => (await app.getByRole("row").getByRole("link").allInnerTexts()).sort();
  const names = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, index) => `#${from + index}`);

  it("shows an up-to-date order with nothing to do, runs it, and says which number no order has", async () => {
    await typeNumbers(page, stage.demo, "#1121, 99999");
    await pressPreview();
    await app.getByText("No order of this shop has: #99999.").waitFor();
    await app.getByText("Nothing to do: nothing would be written").waitFor();
    const runPath = await startSync(page);
    await app.getByText("1 of 1 order done").waitFor();
    await app.getByText("No order of this shop has: #99999.").waitFor();
    await openScreen(page, stage.demo.appUrl, "/app/activity");
    expect(await app.getByRole("row").getByRole("link").first().getAttribute("href")).toContain(runPath);
  });

  it.each<[string, string, RegExp]>([
    ["2026-11-07", "2026-11-01", /^The range ends on .* before it begins/],
    ["2999-01-01", "2999-01-02", /^The range begins on 2999-01-01; .* so there are no orders yet\.$/],
  ])("from %s to %s is told in one sentence", async (from, to, sentence) => {
    await openScreen(page, stage.demo.appUrl, "/app/sync");
    await app.getByLabel("From", { exact: true }).fill(from);
    await app.getByLabel("To", { exact: true }).fill(to);
    await pressPreview();
    await app.getByRole("alert").getByText(sentence).waitFor();
    expect(await startButton().isDisabled()).toBe(true);
  });

  it.each<[string, RegExp]>([
    ["1-10000", /^These are 10,000 numbers; at most 2,000 go into one run\./],
    ["9-3", /^The range 9-3 runs backwards/],
    ["", /at least one order number/],
  ])("the numbers %j are told in one sentence", async (typed, sentence) => {
    await typeNumbers(page, stage.demo, typed);
    await pressPreview();
    await app.getByRole("alert").getByText(sentence).waitFor();
    expect(await startButton().isDisabled()).toBe(true);
  });

  it("10,000 pasted lines do not stop the page, and are told in one sentence", async () => {
    await typeNumbers(page, stage.demo, "");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const lines = Array.from({ length: 10_000 }, (_, index) => `#${1001 + index}`).join("\n");
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines);
    await numbers().focus();
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const begunAt = performance.now();
      await work();
      return performance.now() - begunAt;
    };
    const pasted = await timed(async () => {
      await page.keyboard.press("ControlOrMeta+v");
      await expect.poll(async () => (await numbers().inputValue()).length, { interval: 20, timeout: 60_000 }).toBe(lines.length);
    });
    const answered = await timed(async () => {
      await pressPreview();
      await app.getByRole("alert").getByText(/^These are 10,000 numbers; at most 2,000 go into one run\./).waitFor({ timeout: 60_000 });
    });
    console.log(`10,000 lines: pasted in ${Math.round(pasted)} ms, answered in ${Math.round(answered)} ms`);
    expect(Math.max(pasted, answered)).toBeLessThan(3_000);
  });

  it("orders before the start date are left out until they are synced anyway, and the rest of the run goes on", async () => {
    await typeNumbers(page, stage.demo, "1001, 99999, 1121");
    await preview(page);
    await app.getByText("No order of this shop has: #99999.").waitFor();
    await app.getByText(/^The order was placed before your start date, \d{4}-\d\d-\d\d\.$/).waitFor();
    await app.getByRole("button", { name: "Sync anyway … #1001", exact: true }).click();
    await app.getByText("Create sales order 1001", { exact: true }).waitFor();
    await app.getByText("No order of this shop has: #99999.").waitFor();
    await startSync(page);
    await app.getByText("2 of 2 orders done").waitFor({ timeout: 60_000 });
    await app.getByText("No order of this shop has: #99999.").waitFor();
    expect(await app.getByRole("row", { name: /#1001/ }).innerText()).toContain("Sales order 1001 created");
    expect(await app.getByRole("row", { name: /#1121/ }).innerText()).toContain("Nothing written");
  });

  it("a preview of several pages is leafed forwards and back", async () => {
    await typeNumbers(page, stage.demo, "1001-1060");
    await preview(page);
    const [next, previous] = [app.getByRole("button", { name: "Next orders" }), app.getByRole("button", { name: "Previous orders" })];
    const pages = [names(1001, 1025), names(1026, 1050), names(1051, 1060)];
    const turnTo = async (index: number, control?: typeof next): Promise<void> => {
      await control?.click();
      await expect.poll(shownOrders, { timeout: 30_000 }).toEqual(pages[index]);
      await expect.poll(async () => [await previous.isDisabled(), await next.isDisabled()]).toEqual([index === 0, index === 2]);
    };
    await turnTo(0);
    await turnTo(1, next);
    await turnTo(2, next);
    await turnTo(1, previous);
    await turnTo(0, previous);
  });

  it("what an earlier state of the form was answered is never shown for the present one", async () => {
    await typeNumbers(page, stage.demo, "1120");
    let letThrough: () => Promise<void> = () => Promise.resolve();
    const hold = async (): Promise<void> => {
      const [held, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      letThrough = () => {
        held.resolve();
        return answered.promise;
      };
      await page.route(/sync\.data/, async (route) => {
        await held.promise;
        // Fetched here: a page that no longer wants an answer may never report one as finished.
        await route.fulfill({ response: await route.fetch() }).finally(answered.resolve);
      }, { times: 1 });
    };
    // Changed while the answer is on its way: it is thrown away, and nothing can be started on it.
    await hold();
    await pressPreview();
    await numbers().fill("1119");
    await letThrough();
    await app.getByRole("button", { name: "Preview", exact: true }).and(app.locator(":not([aria-busy=true])")).waitFor();
    expect([await previewTitle().count(), await startButton().isDisabled()]).toEqual([0, true]);
    // Answered, changed and asked again: until the new answer is there, the old one is gone.
    await preview(page);
    expect(await shownOrders()).toEqual(["#1119"]);
    await numbers().fill("1118");
    await hold();
    await pressPreview();
    await app.locator("button[aria-busy=true]", { hasText: "Preview" }).waitFor();
    expect([await previewTitle().count(), await startButton().isDisabled()]).toEqual([0, true]);
    await letThrough();
    await previewTitle().waitFor();
    expect(await shownOrders()).toEqual(["#1118"]);
  });

  it("a run goes on while its page is closed, and has each order once", { timeout: 240_000 }, async () => {
    await typeNumbers(page, stage.demo, "1002-1031");
    await app.locator("label", { hasText: "Sync anyway" }).click();
    await startSync(page);
    await page.close();

    ({ page } = await openPage(stage.browser));
    app = appFrame(page);
    await openScreen(page, stage.demo.appUrl, "/app/activity");
    await app.getByRole("row").getByRole("link").first().click();
    const progress = app.locator("#run-progress");
    await progress.waitFor();
    const seen = new Set<string>();
    await expect.poll(async () => {
      seen.add(await progress.innerText());
      return progress.innerText();
    }, { timeout: 180_000, interval: 100 }).toBe("30 of 30 orders done");
    console.log(`progress after coming back: ${[...seen].join("; ")}`);
    expect(seen.size).toBeGreaterThan(2);
    expect(await listedOrders()).toEqual(names(1002, 1031));
  });

  it("the form is sound with a preview and with a refusal, at every size", { timeout: 240_000 }, async () => {
    const pictures = await focusPictures(stage.browser);
    const filled = (typed: string, done: string) => sweep({
      browser: stage.browser, pictures, appUrl: stage.demo.appUrl, paths: ["/app/sync"],
      arrange: async (each) => {
        await typeNumbers(each, stage.demo, typed);
        await appFrame(each).getByRole("button", { name: "Preview", exact: true }).click();
        await appFrame(each).getByText(done).waitFor({ timeout: 60_000 });
      },
    });
    expect(await filled("1001, 1032-1034, 1121, 99999", "5 orders shown")).toEqual([]);
    expect(await filled("9-3", "The range 9-3 runs backwards; write the lower number first.")).toEqual([]);
  });
});
