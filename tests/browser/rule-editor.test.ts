/** The rule editor as people use it: its sentence and the FAQ's rules by keyboard alone, a rule from an order, an order made to match, and rules put in another order with the pointer. */
import type { FrameLocator, Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { appFrame, openPage, type WatchedPage } from "./chromium.ts";
import { createOrder } from "./create-order.ts";
import { hasKeyboard, type Keys, keysOf } from "./keys.ts";
import { openScreen } from "./open-screen.ts";
import { setUp } from "./set-up.ts";
import { soundness } from "./soundness.ts";
import { useDemo } from "./use-demo.ts";

describe("the rule editor", () => {
  const stage = useDemo("rule-editor");
  let watched: WatchedPage;
  let page: Page;
  let app: FrameLocator;
  let keys: Keys;

  beforeAll(async () => {
    watched = await openPage(stage.browser);
    ({ page } = watched);
    app = appFrame(page);
    keys = keysOf(page);
    await setUp(page, stage.demo);
  });

  const open = (path: string): Promise<void> => openScreen(page, stage.demo.appUrl, path);
  const hold = (key: string): Promise<void> => page.keyboard.press(key);
  const word = (name: string): Locator => app.getByRole("button", { name, exact: true });
  const popover = (): Locator => app.getByRole("dialog");
  const keyboardIsOn = (target: Locator): Promise<void> => expect.poll(() => hasKeyboard(target), { timeout: 5_000 }).toBe(true);
  const titles = (): Promise<string[]> => app.getByRole("listitem").getByRole("heading", { level: 2 }).allInnerTexts();

  /** Opens a word, leaves it with Escape, and opens it again. */
  const opened = async (name: string): Promise<void> => {
    for (const again of [true, false]) {
      await keys.press(word(name));
      await popover().waitFor();
      await keyboardIsOn(popover().locator("input").first());
      if (!again) return;
      await hold("Escape");
      await popover().waitFor({ state: "detached" });
      await keyboardIsOn(word(name));
    }
  };
  /** Searches in what a word opens, takes what is found, and is back on the word. */
  const take = async (name: string, typed: string, option: string, becomes: string): Promise<void> => {
    await opened(name);
    await page.keyboard.type(typed);
    const wanted = popover().getByRole("option", { name: option, exact: true });
    await expect.poll(async () => {
      if ((await wanted.getAttribute("data-active")) !== null) return true;
      await hold("ArrowDown");
      return false;
    }).toBe(true);
    await hold("Enter");
    await popover().waitFor({ state: "detached" });
    await keyboardIsOn(word(becomes));
  };
  const write = async (name: string, typed: string, becomes: string): Promise<void> => {
    await opened(name);
    await page.keyboard.type(typed);
    await hold("Enter");
    await popover().waitFor({ state: "detached" });
    await keyboardIsOn(word(becomes));
  };
  const saved = async (): Promise<void> => {
    await keys.press(app.getByRole("button", { name: "Save to draft" }));
    await app.getByRole("heading", { level: 1, name: "Rules" }).waitFor();
  };

  it("makes the FAQ's rules from scratch in the sentence alone, by keyboard, sound whatever is open", async () => {
    await createOrder(page, stage.demo, false, "shopify_payments");
    await app.getByRole("link", { name: /Open payment/ }).waitFor({ timeout: 60_000 });
    await open("/app/rules/new");
    await opened("When: when or unless");
    expect(await soundness(page, "editor-how")).toEqual([]);
    await hold("ArrowDown");
    await hold("Enter");
    await keyboardIsOn(word("Unless: when or unless"));
    await opened("choose a field: change the field");
    expect(await soundness(page, "editor-field")).toEqual([]);
    await hold("Escape");
    await take("choose a field: change the field", "order status", "Order status", "order status: change the field");
    await opened("…: change the value");
    expect(await soundness(page, "editor-value")).toEqual([]);
    await hold("Escape");
    await take("…: change the value", "fulfilled", "Fulfilled", "fulfilled: change the value");
    await opened("choose what happens: change what happens");
    expect(await soundness(page, "editor-action")).toEqual([]);
    await hold("Escape");
    await take("choose what happens: change what happens", "stop creating inv", "Stop creating invoices", "create no invoice: change what happens");
    await app.getByText("Unless order status is fulfilled → create no invoice").waitFor();
    await saved();

    await open("/app/rules/new");
    await take("choose a field: change the field", "payment method", "Payment method", "payment method: change the field");
    await opened("is: change the comparison");
    expect(await soundness(page, "editor-comparison")).toEqual([]);
    await hold("Escape");
    await write("…: change the value", "PayPal", "PayPal: change the value");
    await take("choose what happens: change what happens", "unpaid", "Mark as unpaid", "record no payment (Shopify is not changed): change what happens");
    await app.getByText("When payment method is PayPal → record no payment (Shopify is not changed)").waitFor();
    await saved();
    expect((await titles()).slice(-2)).toEqual(["Unless order status is fulfilled: create no invoice", "When payment method is PayPal: record no payment (Shopify is not changed)"]);
  });

  it("makes them from templates, by keyboard, and publishes them", async () => {
    await keys.press(word("Discard draft"));
    await app.getByText(/not published yet/).waitFor({ state: "detached" });
    for (const template of ["Create invoices only for fulfilled orders", "Mark as unpaid by payment method"]) {
      await keys.press(word("Add rule"));
      await keys.press(app.getByRole("menuitem", { name: template }));
      await app.getByRole("heading", { level: 1 }).filter({ hasNotText: "Rules" }).waitFor();
      await saved();
    }
    await keys.press(word("Publish …"));
    await popover().getByText(/of your last/).waitFor();
    await keys.press(popover().getByRole("button", { name: "Publish", exact: true }));
    await app.getByText(/not published yet/).waitFor({ state: "detached" });
    expect(await titles()).toEqual(expect.arrayContaining(["Mark as unpaid by payment method"]));
  });

  it("starts from an order, with what the order has to be ticked, and makes another order match", async () => {
    await createOrder(page, stage.demo, false, "paypal");
    const name = await app.getByRole("heading", { level: 1, name: /^#\d+/ }).innerText();
    const number = name.replace("#", "").trim();
    await app.getByRole("link", { name: /Open estimate/ }).waitFor({ timeout: 60_000 });
    expect(await soundness(page, "editor-order")).toEqual([]);
    const make = app.getByRole("link", { name: "Make a rule from this order" }).or(app.getByRole("menuitem", { name: "Make a rule from this order" }));
    await make.first().click();
    await app.getByText(`What orders have in common with #${number}`).waitFor();
    expect(await app.getByLabel("Order number").inputValue()).toBe(`#${number}`);
    await app.getByText(`#${number} matches this rule.`).waitFor();
    expect(await soundness(page, "editor-like-order")).toEqual([]);
    const others = app.getByRole("checkbox", { checked: true, name: /^(?!payment method)/ });
    for (let left = await others.count(); left > 0; left -= 1) await others.first().press("Space");
    await app.getByText(/^When payment method is paypal →/i).waitFor();
    await app.getByLabel("Order number").fill(String(Number(number) - 1));
    await app.getByText("does not match this rule").waitFor();
    expect(await soundness(page, "editor-no-match")).toEqual([]);
    await app.getByRole("button", { name: "Make this order match" }).click();
    await app.getByText(`#${Number(number) - 1} matches this rule.`).waitFor();
    await app.getByText(/^When payment method is paypal or shopify.payments →/i).waitFor();
    await app.getByRole("combobox", { name: "Action 1: Action" }).fill("hold");
    await app.getByRole("option", { name: "Hold for review", exact: true }).click();
    await app.getByText(/changes \d/).first().waitFor();
    expect(await soundness(page, "editor-changes")).toEqual([]);
    await app.getByRole("button", { name: "Save to draft" }).click();
    await app.getByRole("heading", { level: 1, name: "Rules" }).waitFor();
  });

  it("lets rules be dragged to another place, and keeps them there in the draft", async () => {
    await open("/app/rules");
    const before = await titles();
    const [first = "", second = ""] = before;
    const handle = (title: string): Locator => app.getByTitle(`Drag “${title}” to another place`);
    const middle = async (target: Locator): Promise<[number, number]> => {
      const box = await target.boundingBox();
      if (box === null) throw new Error("it is not to be seen");
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    await page.mouse.move(...(await middle(handle(first))));
    await page.mouse.down();
    await page.mouse.move(...(await middle(handle(second))), { steps: 8 });
    await page.mouse.move(...(await middle(handle(second))));
    await page.mouse.up();
    await expect.poll(titles).toEqual([second, first, ...before.slice(2)]);
    await app.getByText(/is not published yet/).waitFor();
    expect(await soundness(page, "rules-moved")).toEqual([]);
    await open("/app/rules");
    expect(await titles()).toEqual([second, first, ...before.slice(2)]);
    expect(watched.troubles.filter((trouble) => !trouble.includes("/quickbooks/connect"))).toEqual([]);
  });
});
