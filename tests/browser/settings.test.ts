/** The settings page as a merchant fills it: lists that grow, names that are offered, what is wrong told at its field, and all of it there again. */
import type { FrameLocator, Locator, Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { appFrame, openPage, type WatchedPage } from "./chromium.ts";
import { createOrder } from "./create-order.ts";
import { focusPictures } from "./focus-picture.ts";
import { hasKeyboard, keysOf } from "./keys.ts";
import { openScreen } from "./open-screen.ts";
import { setUp } from "./set-up.ts";
import { sweep } from "./sweep.ts";
import { useDemo } from "./use-demo.ts";

describe("the settings page", () => {
  const stage = useDemo("settings");
  let watched: WatchedPage;
  let app: FrameLocator;

  beforeAll(async () => {
    const { page } = await openPage(stage.browser);
    await setUp(page, stage.demo);
    // With the first order the company is read, and its names are known.
    await createOrder(page, stage.demo);
    await appFrame(page).getByText("Open estimate 1121").waitFor();
    await page.close();
    watched = await openPage(stage.browser);
    app = appFrame(watched.page);
    await open();
  });

  const open = (): Promise<void> => openScreen(watched.page, stage.demo.appUrl, "/app/settings");
  const field = (name: string, which = 0): Locator => fieldOf(app, name, which);
  const choose = (text: string): Promise<void> => app.locator("label", { hasText: text }).first().click();
  const press = (name: "Save" | "Discard"): Promise<void> => watched.page.getByRole("button", { name, exact: true }).click();
  /** The bar goes once nothing is unsaved. */
  const reopen = async (): Promise<void> => {
    await watched.page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    await open();
  };
  /** What stands at a field for who hears it. */
  const saidAt = (of: Locator): Promise<string> =>
    of.evaluate((element) => (element.getAttribute("aria-describedby") ?? "").split(" ").map((id) => element.ownerDocument.getElementById(id)?.textContent ?? "").join(" "));

  it("refuses what cannot be, at its field, and saves nothing of the rest", async () => {
    await choose("Use one item for all of them");
    for (const item of ["Tee", ""]) {
      await app.getByRole("button", { name: "Match a product" }).click();
      await watched.page.keyboard.type("TEE-OLD");
      await field("Item in QuickBooks", item === "Tee" ? 0 : 1).fill(item);
    }
    await app.getByRole("button", { name: "Add custom field" }).click();
    await field("Custom field in QuickBooks").fill("Web order");
    await field("Text").fill("{order.nmae}");
    await field("Message to the customer").fill("Thank you.");
    await press("Save");
    await app.getByRole("alert").getByText("This SKU is in the list already").waitFor();
    expect(await saidAt(field("Item for products that QuickBooks does not know"))).toContain("Name the item for products that QuickBooks does not know");
    expect(await saidAt(field("SKU in Shopify", 0))).not.toContain("already");
    expect(await saidAt(field("SKU in Shopify", 1))).toContain("This SKU is in the list already");
    expect(await saidAt(field("Item in QuickBooks", 1))).toContain("Name the item");
    expect(await saidAt(field("Text"))).toContain('Unknown field "order.nmae"');
    await app.getByRole("button", { name: "Go to the first" }).click();
    expect(await hasKeyboard(field("Item for products that QuickBooks does not know"))).toBe(true);
    await app.getByRole("navigation", { name: "Parts of the settings" }).getByRole("button", { name: "Dates" }).click();
    await expect.poll(() => app.getByRole("heading", { level: 2, name: "Dates" }).boundingBox().then((box) => box !== null && box.y < 900)).toBe(true);
    await press("Discard");
    await reopen();
    expect(await field("Message to the customer").inputValue()).toBe("");
    expect(await field("SKU in Shopify").count()).toBe(0);
  });

  it("keeps what was typed where saving gets no answer, and saves it once it does", async () => {
    const { page } = watched;
    const saves = /\/app\/settings\.data/;
    await field("Message to the customer").fill("Still here.");
    for (const lost of [(route: Route) => route.abort(), (route: Route) => route.fulfill({ status: 502, body: "Bad gateway" })]) {
      await page.route(saves, lost);
      await press("Save");
      await app.getByRole("alert").getByText(/^No answer came/).waitFor();
      expect(await field("Message to the customer").inputValue()).toBe("Still here.");
      await page.unroute(saves);
    }
    // What the browser itself says of the two.
    watched.troubles.splice(0);
    await press("Save");
    await reopen();
    expect(await field("Message to the customer").inputValue()).toBe("Still here.");
    await field("Message to the customer").fill("");
    await press("Save");
    await reopen();
  });

  it("offers the names that the company has, by keyboard, and says of others that orders would wait", async () => {
    const keys = keysOf(watched.page);
    const terms = field("Payment terms");
    await keys.write(terms, "net");
    const options = app.getByRole("listbox").getByRole("option");
    await expect.poll(() => options.allInnerTexts()).toEqual(["Net 15", "Net 30", "Net 60"]);
    await watched.page.keyboard.press("ArrowDown");
    await watched.page.keyboard.press("ArrowDown");
    await watched.page.keyboard.press("Enter");
    expect(await terms.inputValue()).toBe("Net 30");
    expect(await hasKeyboard(terms)).toBe(true);
    await keys.write(terms, "Net 45");
    await watched.page.keyboard.press("Tab");
    await expect.poll(() => saidAt(terms)).toContain("QuickBooks had no payment terms of this name");
    await keys.write(terms, "Net 60");
    await watched.page.keyboard.press("Tab");
    await expect.poll(() => saidAt(terms)).toContain("For orders that have no payment terms in Shopify");
    expect(await saidAt(field("Class"))).toContain("does not track classes");
  });

  it("keeps everything that was chosen", async () => {
    await choose("One customer for all orders");
    await app.getByText("“Automatically apply credits” must be off").waitFor();
    await field("Name of this customer").fill("Shopify buyers");
    await choose("Use one item for all of them");
    await field("Item for products that QuickBooks does not know").fill("Sundries");
    await app.getByRole("button", { name: "Match a product" }).click();
    await watched.page.keyboard.type("TEE-OLD");
    await field("Item in QuickBooks").fill("Tee");
    await field("Message to the customer").fill("Thank you.");
    await app.getByRole("button", { name: "Add custom field" }).click();
    await field("Custom field in QuickBooks").fill("Web order");
    await field("Text").fill("{order.name}");
    await app.getByRole("button", { name: "Add payment method" }).click();
    await field("Payment method").fill("PayPal");
    await field("Payment method in QuickBooks").fill("PayPal");
    await app.getByLabel("Invoices", { exact: true }).selectOption("Day of the order");
    await choose("Use the first open day");
    await press("Save");
    await watched.page.getByText("Settings saved").waitFor();
    await reopen();
    const kept: [string, string][] = [
      ["Name of this customer", "Shopify buyers"], ["Item for products that QuickBooks does not know", "Sundries"], ["SKU in Shopify", "TEE-OLD"], ["Item in QuickBooks", "Tee"], ["Payment terms", "Net 60"],
      ["Message to the customer", "Thank you."], ["Custom field in QuickBooks", "Web order"], ["Text", "{order.name}"], ["Payment method", "PayPal"], ["Account in QuickBooks", ""], ["Payment method in QuickBooks", "PayPal"],
    ];
    expect(await Promise.all(kept.map(async ([name]) => [name, await field(name).inputValue()]))).toEqual(kept);
    expect(await app.getByLabel("Invoices", { exact: true }).inputValue()).toBe("ordered");
    for (const chosen of ["One customer for all orders", "Use one item for all of them", "Use the first open day"]) expect(await app.getByRole("radio", { name: chosen }).isChecked()).toBe(true);
  });

  it("finds rows of a long list, and removes one of them", async () => {
    for (let index = 0; index < 21; index += 1) {
      await app.getByRole("button", { name: "Match a product" }).click();
      await watched.page.keyboard.type(`SKU-${index}`);
      await watched.page.keyboard.press("Tab");
      await watched.page.keyboard.type("Tee");
    }
    const find = field("Find a SKU or an item");
    await find.fill("sku-2");
    await app.getByText("2 of 22 products are shown.").or(app.getByText("3 of 22 products are shown.")).waitFor();
    const shown = () => Promise.all([...Array(2).keys()].map((index) => field("SKU in Shopify", index).inputValue()));
    expect(await shown()).toEqual(["SKU-2", "SKU-20"]);
    await app.getByRole("button", { name: "Remove SKU-20" }).click();
    await expect.poll(() => field("SKU in Shopify").count()).toBe(1);
    await press("Save");
    await watched.page.getByText("Settings saved").waitFor();
    await reopen();
    await app.getByText("20 of 21 products are shown.").waitFor();
    await app.getByRole("button", { name: "Show more products" }).click();
    expect(await field("SKU in Shopify", 20).inputValue()).toBe("TEE-OLD");
  });

  it("is sound at every width with rows in every list, by keyboard too", async () => {
    expect(await sweep({ browser: stage.browser, pictures: await focusPictures(stage.browser), appUrl: stage.demo.appUrl, paths: ["/app/settings"] })).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });
});

const fieldOf = (app: FrameLocator, name: string, which: number): Locator => app.getByRole("textbox", { name, exact: true }).or(app.getByRole("combobox", { name, exact: true })).nth(which);
