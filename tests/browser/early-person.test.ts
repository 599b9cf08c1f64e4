/** A person who is faster than the app: keys before React has started, and an order's page before Shopify has told of the order. */
import { describe, expect, it } from "vitest";
import { appFrame, appFrameOf, openPage } from "./chromium.ts";
import { createOrder } from "./create-order.ts";
import { setUp } from "./set-up.ts";
import { useDemo } from "./use-demo.ts";

describe("a person who is early", () => {
  const stage = useDemo("early-person");

  // React has been told to start and has not started yet.
  it.each(["keydown", "click"])("does not end the page with a %s", async (what) => {
    const { page, troubles } = await openPage(stage.browser);
    await page.addInitScript((type) => {
      const listen = document.addEventListener.bind(document);
      // The last thing React does before it waits for its turn is to listen to everything.
      document.addEventListener = (...listener: Parameters<typeof listen>) => {
        listen(...listener);
        if (listener[0] !== type || "wasEarly" in window) return;
        Object.assign(window, { wasEarly: true });
        queueMicrotask(() => document.body.dispatchEvent(new Event(type, { bubbles: true })));
      };
    }, what);
    await page.goto(stage.demo.appUrl);
    await appFrame(page).getByRole("link", { name: "Start set-up" }).click();
    await appFrame(page).getByRole("button", { name: "Connect QuickBooks" }).waitFor();
    // A page that React has given up goes on as a document of its own.
    const { wasEarly, loaded } = await appFrameOf(page).evaluate(() => ({ wasEarly: "wasEarly" in window, loaded: performance.getEntriesByType("navigation").map(({ name }) => new URL(name).pathname) }));
    expect(wasEarly).toBe(true);
    expect(loaded).toEqual(["/app"]);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("sees an order whose page was opened before Shopify told of it", async () => {
    const [{ page }, { page: early }] = await Promise.all([openPage(stage.browser), openPage(stage.browser)]);
    await setUp(page, stage.demo);
    const place = async (): Promise<number> => {
      await createOrder(page, stage.demo);
      await appFrame(page).getByText(/Open estimate/).waitFor();
      return Number(/orders\/(\d+)/.exec(page.url())?.[1]);
    };
    // Orders of one kind follow each other at one distance.
    const [first, second] = [await place(), await place()];
    await early.goto(`${stage.demo.appUrl}/orders/${2 * second - first}`);
    await appFrame(early).getByText("There is no such order", { exact: true }).waitFor();
    expect(await place()).toBe(2 * second - first);
    await appFrame(early).getByText(/Open estimate/).waitFor();
    await Promise.all([page.close(), early.close()]);
  });
});
