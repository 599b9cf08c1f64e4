/** A person who is faster than the page: a key or a click that comes when React has been told to start and has not started yet. */
import { describe, expect, it } from "vitest";
import { appFrame, appFrameOf, openPage } from "./chromium.ts";
import { useDemo } from "./use-demo.ts";

describe("a page that is only just there", () => {
  const stage = useDemo("early-keys");

  it.each(["keydown", "click"])("goes on after a %s", async (what) => {
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
});
