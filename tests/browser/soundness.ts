/** What is wrong with the app's page as it stands, in a narrow and a wide window: wider than the window, or seriously wrong to axe. With SCREENSHOTS set to a folder, pictures of both are left there. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { axeProblems } from "./axe.ts";
import { appFrameOf } from "./chromium.ts";

export async function soundness(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = [];
  const folder = process.env["SCREENSHOTS"];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
    const overflow = await settledOverflow(page);
    wrong.push(...[...(overflow > 0 ? [`${overflow} px wider than the window`] : []), ...(await axeProblems(page))].map((fault) => `${name}, ${width} px: ${fault}`));
  }
  return wrong;
}

/** What is open is placed anew only some frames after the window has another size. */
const SETTLED_WITHIN_MS = 2_000;

/** How much wider than its window the page stays, in px. */
async function settledOverflow(page: Page): Promise<number> {
  const until = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const overflow = await appFrameOf(page).evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow <= 0 || performance.now() > until) return overflow;
    await page.waitForTimeout(50);
  }
}
