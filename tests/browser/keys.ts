/** A person with nothing but a keyboard: goes to things with Tab and presses keys there. Must never click or focus by script. */
import type { Locator, Page } from "playwright-core";

export type Keys = {
  /** With Tab, until the keyboard is there. Throws when a long way leads nowhere. */
  goTo(target: Locator): Promise<void>;
  /** Goes there and presses Enter, or another key. */
  press(target: Locator, key?: string): Promise<void>;
  /** Goes to the radio buttons that this one belongs to and chooses it with the arrow keys. */
  choose(target: Locator): Promise<void>;
  /** Goes to the field and writes this instead of what is there. */
  write(target: Locator, text: string): Promise<void>;
};

/** Longer than the way through any page with fifty orders. */
const FARTHEST = 120;

export function keysOf(page: Page): Keys {
  const pressUntil = async (key: string, isThere: () => Promise<boolean>, what: Locator): Promise<void> => {
    for (let presses = 0; presses <= FARTHEST; presses += 1) {
      if (await isThere()) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${FARTHEST} presses of ${key} did not lead to ${String(what)}`);
  };
  const goTo = async (target: Locator): Promise<void> => {
    await target.waitFor();
    await pressUntil("Tab", () => hasKeyboard(target), target);
  };
  return {
    goTo,
    async press(target, key = "Enter") {
      await goTo(target);
      await page.keyboard.press(key);
    },
    async choose(target) {
      await target.waitFor();
      await pressUntil("Tab", () => isInGroupOf(target), target);
      await pressUntil("ArrowDown", () => target.isChecked(), target);
    },
    async write(target, text) {
      await goTo(target);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
  };
}

/** In a frame that does not have the keyboard, the element that had it last is not it. */
export const hasKeyboard = (target: Locator): Promise<boolean> => target.evaluate((element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus());

const isInGroupOf = (radio: Locator): Promise<boolean> =>
  radio.evaluate((element) => {
    const { activeElement } = element.ownerDocument;
    return element.ownerDocument.hasFocus() && activeElement instanceof HTMLInputElement && activeElement.type === "radio" && activeElement.name === element.getAttribute("name");
  });
