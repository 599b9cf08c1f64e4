/** Goes through a page with Tab, out of it, and back through it with Shift+Tab; says what is missed, visited out of order, or never left again. */
import type { Page } from "playwright-core";
import { focusFirstStop, readVisits, watchStops } from "./tab-stops.ts";

/** The parts of a date field are presses without a stop of their own, and a press may be lost while the keyboard changes between admin and app; more in a row than this are a trap. */
const SPARE_PRESSES = 12;

/** Where keys that follow each other at once were in each other's way between admin and app, the way is gone again one press at a time: what is wrong with the page is wrong then too. */
export async function tabTour(page: Page): Promise<string[]> {
  const wrong = await tour(page, "held down");
  return wrong.length === 0 ? wrong : tour(page, "one by one");
}

type Pace = "held down" | "one by one";

async function tour(page: Page, pace: Pace): Promise<string[]> {
  const stops = await watchStops(page);
  await focusFirstStop(page);
  const forwards = await travel(page, "Tab", stops, pace);
  const wrong = compare(stops, forwards).map((problem) => `Tab: ${problem}`);
  // An app without stops is one itself, as every document is.
  if (!stops.some((stop) => stop.startsWith("app "))) await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  if (!(await isThrough(page))) return [...wrong, `Tab: neither leaves the page nor begins it again after ${forwards.at(-1) ?? "nothing"}`];
  if (!(await page.evaluate(() => document.hasFocus()))) await page.keyboard.press("Tab");
  const back = (await watchStops(page)).toReversed();
  await page.keyboard.press("Shift+Tab");
  wrong.push(...compare(back, await travel(page, "Shift+Tab", back, pace)).map((problem) => `Shift+Tab: ${problem}`));
  return wrong;
}

/** While a dialog is open, Tab and Shift+Tab go round in it: what they miss, and where else they come. `inApp`: it is the app's and not the admin's. */
export async function dialogTour(page: Page, inApp: boolean): Promise<string[]> {
  const wrong: string[] = [];
  for (const key of ["Tab", "Shift+Tab"]) {
    const stops = (await watchStops(page)).filter((stop) => stop.startsWith(inApp ? "app " : "admin "));
    // Twice around, with what a browser may put in between.
    for (let presses = 0; presses < 2 * stops.length + 4; presses += 1) await page.keyboard.press(key);
    const visited = await visitedStops(page);
    wrong.push(...stops.filter((stop) => !visited.includes(stop)).map((stop) => `${key}: never at ${stop}`));
    wrong.push(...visited.filter((stop) => !stops.includes(stop)).map((stop) => `${key}: out of the dialog at ${stop}`));
  }
  return wrong;
}

/** The keyboard has left the page for the browser's own controls, or begins again with the page; Chromium does the one or the other, a moment after the press. */
const isThrough = (page: Page): Promise<boolean> =>
  page.waitForFunction(() => !document.hasFocus() || document.activeElement === globalThis.tabWatch?.stops[0], undefined, { timeout: 3_000 }).then(
    () => true,
    () => false,
  );

/** From the first of the stops to the last, never beyond. Held down: most presses go out without waiting for each other. */
async function travel(page: Page, key: string, stops: readonly string[], pace: Pace): Promise<string[]> {
  if (pace === "held down") await Promise.all(stops.slice(1).map(() => page.keyboard.press(key)));
  else for (let presses = 1; presses < stops.length; presses += 1) await pressAndLook(page, key);
  let visited = await visitedStops(page);
  for (let spare = 0; spare < SPARE_PRESSES && visited.at(-1) !== stops.at(-1); spare += 1) {
    const seen = new Set(visited).size;
    await pressAndLook(page, key);
    visited = await visitedStops(page);
    if (new Set(visited).size > seen) spare = 0;
  }
  return visited;
}

/**
 * The next press waits until this one has arrived: the keyboard is at another stop. Between admin and app that takes as long as two processes need to tell each other,
 * and a press that overtakes is lost. Only the parts of a date field stay at one stop, and what holds the keyboard does.
 */
async function pressAndLook(page: Page, key: string): Promise<void> {
  const before = await standing(page);
  await page.keyboard.press(key);
  if (before.endsWith(" date")) return;
  for (const until = performance.now() + (page.frames().length > 1 ? ARRIVES_IN_A_FRAME_WITHIN_MS : ARRIVES_WITHIN_MS); (await standing(page)) === before && performance.now() < until; ) await nextFrame(page);
}

/** A trap costs this long for each press, nothing else does. A page without frames has nothing that tells another process. */
const ARRIVES_IN_A_FRAME_WITHIN_MS = 2_000;
const ARRIVES_WITHIN_MS = 250;

const nextFrame = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));

/** Where the keyboard is: how many visits there were, and of which kind the last one is. */
async function standing(page: Page): Promise<string> {
  const frames = await Promise.all(page.frames().map((frame) => frame.evaluate(() => {
    const { activeElement } = document;
    return { visits: globalThis.tabWatch?.visits.length ?? 0, kind: document.hasFocus() && activeElement instanceof HTMLInputElement ? activeElement.type : "" };
  })));
  return `${frames.reduce((sum, { visits }) => sum + visits, 0)}${frames.map(({ kind }) => (kind === "" ? "" : ` ${kind}`)).join("")}`;
}

/** The parts of a date field say the field's name again. */
async function visitedStops(page: Page): Promise<string[]> {
  const names = (await readVisits(page)).map(({ stop }) => stop);
  return names.filter((name, index) => name !== names[index - 1]);
}

function compare(stops: readonly string[], visited: readonly string[]): string[] {
  const missed = stops.filter((stop) => !visited.includes(stop)).map((stop) => `never at ${stop}`);
  const misplaced = visited.findIndex((stop, index) => stop !== stops[index]);
  return misplaced === -1 || missed.length > 0 ? missed : [`at ${String(visited[misplaced])} instead of ${stops[misplaced] ?? "the end"}`];
}
