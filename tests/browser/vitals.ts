/** Largest contentful paint and layout shift of the app's frame, as Chromium itself measures them. */
import type { Page } from "playwright-core";
import { appFrameOf } from "./chromium.ts";

export type Vitals = { lcpMs: number; cls: number };

/** Long enough for late shifts; nothing loads after the network is quiet. */
const WATCH_MS = 1_500;

export async function watchVitals(page: Page, url: string): Promise<Vitals> {
  await page.addInitScript(() => {
    const seen = { lcpMs: 0, cls: 0 };
    Object.assign(globalThis, { vitals: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcpMs = Math.max(seen.lcpMs, entry.startTime);
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!shift.hadRecentInput) seen.cls += shift.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(WATCH_MS);
  return appFrameOf(page).evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals);
}
