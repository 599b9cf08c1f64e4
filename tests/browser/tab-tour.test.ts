/** The checks by keyboard, each against a page on which it must find something. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, openPage } from "./chromium.ts";
import { type FocusPictures, focusPictures } from "./focus-picture.ts";
import { dialogTour, tabTour } from "./tab-tour.ts";

const SOUND = `<a href="#">One</a> <button>Two</button> <input type="date" aria-label="Three">
  <label><input type="radio" name="r"> Four</label> <label><input type="radio" name="r"> Five</label> <button disabled>Off</button> <button>Six</button>`;

describe("the checks by keyboard", () => {
  let browser: Browser;
  let page: Page;
  let pictures: FocusPictures;

  beforeAll(async () => {
    browser = await launchChromium();
    ({ page } = await openPage(browser));
    pictures = await focusPictures(browser);
  });
  afterAll(() => browser.close());

  const show = (content: string): Promise<unknown> => page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(content)}`);
  const tourOf = async (content: string): Promise<string[]> => {
    await show(content);
    return tabTour(page);
  };

  it("find nothing wrong where nothing is", async () => {
    expect(await tourOf(SOUND)).toEqual([]);
    expect(await pictures.check(page)).toEqual([]);
  });

  it("name what Tab does not reach", async () => {
    const wrong = await tourOf(SOUND.replace("<button>Two", '<button tabindex="-1">Two'));
    expect(wrong).toEqual(["Tab: never at admin button “Two” (2)", "Shift+Tab: never at admin button “Two” (2)"]);
  });

  it("name where the order is not that of the page", async () => {
    expect(await tourOf(SOUND.replace("<button>Six", '<button tabindex="1">Six'))).toEqual(["Tab: neither leaves the page nor begins it again after admin button “Six” (5)"]);
  });

  it("name where a script holds the keyboard", async () => {
    const holding = (key: string): string => `${SOUND}<button onkeydown="if (event.key === 'Tab' && event.shiftKey === ${String(key === "Shift+Tab")}) event.preventDefault()">Seven</button>`;
    expect(await tourOf(holding("Tab"))).toEqual(["Tab: neither leaves the page nor begins it again after admin button “Seven” (6)"]);
    expect(await tourOf(holding("Shift+Tab"))).toContain("Shift+Tab: never at admin button “Six” (5)");
  });

  it("name what shows no focus, or shows it too faintly", async () => {
    await show('<style>.none:focus { outline: 0 } .faint:focus { outline: 3px solid #eee }</style><button class="none">One</button> <button class="faint">Two</button>');
    expect(await pictures.check(page)).toEqual([expect.stringMatching(/^no visible focus on admin button “One” .*: 0 pixels/), expect.stringMatching(/^no visible focus on admin button “Two”/)]);
  });

  it("name where the keyboard comes out of an open dialog", async () => {
    await show('<button>Behind</button><div role="dialog" aria-modal="true"><button>Yes</button><button>No</button></div>');
    expect(await dialogTour(page, false)).toContainEqual(expect.stringMatching(/^Tab: out of the dialog at unexpected admin button “Behind”/));
    await show("<button>Behind</button><dialog><button>Yes</button><button>No</button></dialog>");
    await page.evaluate(() => document.querySelector("dialog")?.showModal());
    expect(await dialogTour(page, false)).toEqual([]);
  });
});
