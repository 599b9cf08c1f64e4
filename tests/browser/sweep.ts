/** Looks at screens in every size, each size in a page of its own, side by side; answers what is wrong in sentences. */
import type { Browser, Page } from "playwright-core";
import { axeProblems } from "./axe.ts";
import { appFrame, appFrameOf, openPage, type WatchedPage } from "./chromium.ts";
import type { FocusPictures } from "./focus-picture.ts";
import { keysOf } from "./keys.ts";
import { openScreen } from "./open-screen.ts";
import { tabTour } from "./tab-tour.ts";

const SIZES = [320, 768, 1280];

export type Sweep = {
  browser: Browser;
  /** The app's page inside the simulated admin. */
  appUrl: string;
  /** Of the app, such as `/app/orders`. */
  paths: readonly string[];
  pictures: FocusPictures;
  /** What a person does on each screen before it is looked at. */
  arrange?: (page: Page) => Promise<void>;
};

/** Each screen as it is now: nothing wider than the window, nothing serious from axe, all by keyboard, nothing on the console. */
export function sweep({ browser, appUrl, paths, pictures, arrange }: Sweep): Promise<string[]> {
  return atEachSize(browser, async ({ page, troubles }) => {
    const wrong: string[] = [];
    for (const path of paths) {
      await openScreen(page, appUrl, path);
      await arrange?.(page);
      wrong.push(...(await faults(page, pictures)).map((fault) => `${path}: ${fault}`));
    }
    return [...wrong, ...troubles];
  });
}

/** Each screen while its data is on its way, after it failed, and after "Try again" was pressed. The console shows what failed and nothing else. */
export function sweepUnhappy({ browser, appUrl, paths, pictures }: Sweep): Promise<string[]> {
  return atEachSize(browser, async ({ page, troubles }) => {
    const wrong: string[] = [];
    await openScreen(page, appUrl, paths[0] ?? "/app");
    // Every screen is come to from another one, and the first from the last.
    for (const path of [...paths.slice(1), ...paths.slice(0, 1)]) {
      const { promise: enough, resolve: letItFail } = Promise.withResolvers<void>();
      const data = new RegExp(`${path}\\.data`);
      await page.route(data, async (route) => {
        await enough;
        await route.fulfill({ status: 500, contentType: "text/x-script", body: failureOf(new URL(route.request().url()).searchParams.get("_routes") ?? "") });
      });
      await leaveFor(page, appUrl, path);
      await appFrame(page).locator('main[aria-busy="true"]').getByRole("status", { name: "Page loading" }).waitFor();
      wrong.push(...(await faults(page, pictures)).map((fault) => `${path} loading: ${fault}`));
      letItFail();
      await appFrame(page).getByRole("heading", { name: FAILED }).waitFor();
      await appFrame(page).getByText("Nothing was changed in your books").waitFor();
      wrong.push(...(await faults(page, pictures)).map((fault) => `${path} failed: ${fault}`));
      wrong.push(...surprises(troubles.splice(0), data).map((line) => `${path} failed: console: ${line}`));
      await page.unroute(data);
      await keysOf(page).press(appFrame(page).getByRole("button", { name: "Try again" }));
      await appFrame(page).getByRole("heading", { level: 1 }).filter({ hasNotText: FAILED }).waitFor();
    }
    return [...wrong, ...troubles];
  });
}

/** As Remix writes that the loader of a route threw. */
const failureOf = (route: string): string => `[{"_1":2},"${route}",{"_3":4},"error",["SanitizedError",5,6,-7],"Error","Unexpected Server Error"]\n`;

/** The browser itself says once that the data could not be had. */
function surprises(lines: readonly string[], data: RegExp): string[] {
  const isExpected = (line: string): boolean => line.startsWith("Failed to load resource: the server responded with a status of 500 (Internal Server Error) ") && data.test(line);
  const others = lines.filter((line) => !isExpected(line));
  return lines.length - others.length === 1 ? others : [`${lines.length - others.length} lines about the answer 500`, ...others];
}

const FAILED = "This page could not be shown";

async function atEachSize(browser: Browser, look: (watched: WatchedPage) => Promise<string[]>): Promise<string[]> {
  const found = SIZES.map(async (width) => {
    const watched = await openPage(browser, { width, height: 900 });
    const wrong = await look(watched);
    await watched.page.close();
    return wrong.map((fault) => `${width} px, ${fault}`);
  });
  return (await Promise.all(found)).flat();
}

/** By the admin's link, or where the admin has none as a link within the app does it. */
async function leaveFor(page: Page, appUrl: string, path: string): Promise<void> {
  const pressed = await page.evaluate((address) => {
    const link = [...document.querySelectorAll<HTMLAnchorElement>(".navigation-app a")].find(({ href }) => href === address);
    link?.click();
    return link !== undefined;
  }, appUrl + path.replace(/^\/app/, ""));
  if (pressed) return;
  await appFrameOf(page).evaluate((to) => void (globalThis as unknown as { __remixRouter: { navigate(to: string): Promise<void> } }).__remixRouter.navigate(to), path);
}

async function faults(page: Page, pictures: FocusPictures): Promise<string[]> {
  const overflow = await appFrameOf(page).evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [...(overflow > 0 ? [`${overflow} px wider than the window`] : []), ...(await axeProblems(page)), ...(await tabTour(page)), ...(await pictures.check(page))];
}
