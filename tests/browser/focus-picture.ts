/** Photographs what has the keyboard, with and without it: a person must see the difference. */
import type { Browser, CDPSession, Frame, Page } from "playwright-core";
import { watchStops } from "./tab-stops.ts";

/** How clearly a pixel must change to count (WCAG 2.4.13). */
const CONTRAST = 3;

export type FocusPictures = {
  /** Looks at every stop whose like was not photographed before; answers what is wrong. */
  check(page: Page): Promise<string[]>;
  close(): Promise<void>;
};

/** Thirty links of one list, drawn by the same styles in the same place, need one picture for each width of the window. */
export async function focusPictures(browser: Browser): Promise<FocusPictures> {
  const darkroom = await browser.newPage();
  const known = new Set<string>();
  return {
    async check(page) {
      const wrong: string[] = [];
      const camera = await page.context().newCDPSession(page);
      await watchStops(page);
      for (const frame of page.frames()) {
        for (const [index, look] of (await frame.evaluate(looksOfStops)).entries()) {
          const kind = `${page.viewportSize()?.width ?? 0} ${look}`;
          if (known.has(kind)) continue;
          known.add(kind);
          if (look === "") continue;
          const { name, changed, needed } = await photograph({ page, camera, darkroom }, frame, index);
          if (changed < needed) wrong.push(`no visible focus on ${name}: ${changed} pixels change, ${needed} are needed`);
        }
      }
      await camera.detach();
      return wrong;
    },
    close: () => darkroom.close(),
  };
}

type Result = { name: string; changed: number; /** A line of one pixel along the longer side; an outline all around is more than twice that. */ needed: number };

/** Chromium's own camera: Playwright's does more than is needed here, several hundred times. */
type Studio = { page: Page; camera: CDPSession; darkroom: Page };

async function photograph({ page, camera, darkroom }: Studio, frame: Frame, index: number): Promise<Result> {
  const { name, clip, needed } = await frame.evaluate(focusStop, index);
  // Some of Polaris' outlines (Banner's) wait for a key to come up where they are, as Tab does.
  await page.keyboard.press("Shift");
  const around = await page.evaluate((inApp) => {
    const { x, y } = (inApp ? document.querySelector("[data-app-frame]") : document.documentElement)?.getBoundingClientRect() ?? { x: 0, y: 0 };
    return inApp ? { x, y } : { x: 0, y: 0 };
  }, frame !== page.mainFrame());
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const left = Math.max(0, clip.left + around.x);
  const top = Math.max(0, clip.top + around.y);
  const area = { x: left, y: top, width: Math.min(size.width, clip.right + around.x) - left, height: Math.min(size.height, clip.bottom + around.y) - top };
  if (area.width < 1 || area.height < 1) return { name: `${name}, which is outside of the window`, changed: 0, needed };
  const take = async (): Promise<string> => (await camera.send("Page.captureScreenshot", { format: "png", optimizeForSpeed: true, clip: { ...area, scale: 1 } })).data;
  const focused = await take();
  await frame.evaluate(blurStop);
  const changed = await darkroom.evaluate(countChanged, { pictures: [focused, await take()], contrast: CONTRAST });
  return { name, changed, needed };
}

/** Elements with the same classes, in elements with the same classes, look the same. Runs in the page, as all below. */
function looksOfStops(): string[] {
  const pathOf = (element: Element | null, depth: number): string =>
    element === null || depth === 0 ? "" : `${pathOf(element.parentElement, depth - 1)} > ${element.localName}.${element.getAttribute("class") ?? ""}`;
  return (globalThis.tabWatch?.stops ?? []).map((stop) => (stop instanceof HTMLIFrameElement ? "" : pathOf(stop, 4)));
}

/** What is photographed is the stop, with the label, row or item that may carry its outline, and the space for an outline around it. */
function focusStop(index: number): { name: string; clip: { left: number; top: number; right: number; bottom: number }; needed: number } {
  const stop = globalThis.tabWatch?.stops[index];
  if (!(stop instanceof HTMLElement)) throw new Error(`there is no stop ${index}`);
  stop.focus();
  const margin = 6;
  const boxes = [stop, stop.closest("tr, label, li")].flatMap((element) => element?.getBoundingClientRect() ?? []);
  const { width, height } = stop.getBoundingClientRect();
  return {
    name: globalThis.tabWatch?.names[index] ?? "",
    clip: {
      left: Math.min(...boxes.map((box) => box.left)) - margin,
      top: Math.min(...boxes.map((box) => box.top)) - margin,
      right: Math.max(...boxes.map((box) => box.right)) + margin,
      bottom: Math.max(...boxes.map((box) => box.bottom)) + margin,
    },
    needed: Math.round(Math.max(16, width, height)),
  };
}

function blurStop(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** How many pixels differ between two pictures with at least this contrast. */
async function countChanged({ pictures, contrast }: { pictures: string[]; contrast: number }): Promise<number> {
  const luminances = async (picture: string): Promise<number[]> => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const linear = (part: number): number => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return Array.from({ length: data.length / 4 }, (_, at) => 0.2126 * linear(data[4 * at] ?? 0) + 0.7152 * linear(data[4 * at + 1] ?? 0) + 0.0722 * linear(data[4 * at + 2] ?? 0));
  };
  const [before = [], after = []] = await Promise.all(pictures.map(luminances));
  return before.filter((light, at) => {
    const other = after[at] ?? light;
    return (Math.max(light, other) + 0.05) / (Math.min(light, other) + 0.05) >= contrast;
  }).length;
}
