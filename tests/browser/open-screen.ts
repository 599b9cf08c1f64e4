/** Opens a screen of the app in the admin and answers once it answers to a person. */
import type { Page } from "playwright-core";
import { appFrame, appFrameOf } from "./chromium.ts";

/** `path`: of the app, such as `/app/orders`. */
export async function openScreen(page: Page, appUrl: string, path: string): Promise<void> {
  await page.goto(appUrl + path.replace(/^\/app/, ""));
  await takenOver(page);
}

/**
 * React takes a long page over in slices: its marks are on an element before the page is committed, and what depends on the window's width is drawn once more by the effects after that.
 * Earlier a click is lost, and what is listed for Tab may be replaced under way.
 */
async function takenOver(page: Page): Promise<void> {
  await appFrame(page).getByRole("heading", { level: 1 }).first().waitFor();
  const frame = appFrameOf(page);
  await frame.waitForFunction(() => {
    type Root = { stateNode?: { current?: { memoizedState?: { isDehydrated?: boolean } } } };
    const key = Object.keys(document).find((name) => name.startsWith("__reactContainer$"));
    const root = key === undefined ? undefined : (document as unknown as Record<string, Root>)[key];
    return root?.stateNode?.current?.memoizedState?.isDehydrated === false;
  });
  await frame.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 1_000 }))));
}
