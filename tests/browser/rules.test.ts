/** Rules as a merchant makes them (issue 7): the two of the FAQ from scratch and from templates, tried, published, and then orders that follow them. */
import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { appFrame, openPage, type WatchedPage } from "./chromium.ts";
import { createOrder } from "./create-order.ts";
import { focusPictures } from "./focus-picture.ts";
import { openScreen } from "./open-screen.ts";
import { setUp } from "./set-up.ts";
import { soundness } from "./soundness.ts";
import { sweep } from "./sweep.ts";
import { useDemo } from "./use-demo.ts";

describe("rules", () => {
  const stage = useDemo("rules");
  let watched: WatchedPage;
  let page: Page;
  let app: FrameLocator;

  beforeAll(async () => {
    watched = await openPage(stage.browser);
    ({ page } = watched);
    app = appFrame(page);
    await setUp(page, stage.demo);
  });

  const open = (path: string): Promise<void> => openScreen(page, stage.demo.appUrl, path);
  const isSound = async (name: string): Promise<void> => expect(await soundness(page, `rules-${name}`)).toEqual([]);
  /** Searches in one of the editor's fields and takes what is found. */
  const pick = async (field: string, typed: string, option: string): Promise<void> => {
    await app.getByRole("combobox", { name: field }).fill(typed);
    await app.getByRole("option", { name: option, exact: true }).click();
  };
  const save = async (): Promise<void> => {
    await app.getByRole("button", { name: "Save to draft" }).click();
    await app.getByRole("heading", { level: 1, name: "Rules" }).waitFor();
  };
  const publish = async (): Promise<void> => {
    await app.getByRole("button", { name: "Publish …" }).click();
    const publishNow = app.getByRole("dialog").getByRole("button", { name: "Publish", exact: true });
    await app.getByRole("dialog").getByText(/What is in QuickBooks already stays/).waitFor();
    await expect.poll(() => publishNow.isEnabled().then(async (enabled) => enabled && (await publishNow.getAttribute("aria-disabled")) !== "true")).toBe(true);
    await publishNow.click();
    await app.getByText(/not published yet/).waitFor({ state: "detached" });
  };
  const removeFirst = async (): Promise<void> => {
    const rules = app.getByRole("switch");
    const before = await rules.count();
    await app.getByRole("button", { name: /^Delete “/ }).first().click();
    await app.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
    await expect.poll(() => rules.count()).toBe(before - 1);
  };
  const order = (gateway: string, shipped: boolean): Promise<void> => createOrder(page, stage.demo, shipped, gateway);
  const linkTo = (kind: string) => app.getByRole("link", { name: new RegExp(`Open ${kind}`) });
  const isWritten = (kind: string): Promise<void> => linkTo(kind).waitFor({ timeout: 60_000 });

  /** A1 (paid and shipped), A2 (shipped later) and A5 (marked as unpaid) under the FAQ's rules. */
  const ordersFollow = async (): Promise<void> => {
    await order("shopify_payments", true);
    await isWritten("invoice");
    await isWritten("payment");
    await order("shopify_payments", false);
    await isWritten("payment");
    expect(await linkTo("invoice").count()).toBe(0);
    await order("paypal", true);
    await isWritten("invoice");
    expect(await linkTo("payment").count()).toBe(0);
  };

  it("of the FAQ are made from scratch, published, and followed by orders", async () => {
    await order("shopify_payments", false);
    await isWritten("payment");
    await open("/app/rules");
    await removeFirst();
    await app.getByRole("button", { name: "Add rule" }).click();
    await app.getByRole("menuitem", { name: /Start from scratch/ }).click();
    await app.getByRole("heading", { level: 1, name: "New rule" }).waitFor();
    await isSound("new");

    await app.getByLabel("The rule applies").selectOption("unless");
    await pick("Condition 1: Field", "order status", "Order status");
    await app.getByRole("group", { name: "Condition 1" }).getByLabel("Value").selectOption("fulfilled");
    await pick("Action 1: Action", "stop creating inv", "Stop creating invoices");
    await app.getByText("Unless order status is fulfilled → create no invoice").waitFor();
    await app.getByText(/Matches 1 of your last 1 order/).waitFor();
    await isSound("from-scratch");
    await save();

    await open("/app/rules/new");
    await pick("Condition 1: Field", "payment method", "Payment method");
    await app.getByRole("combobox", { name: "Value" }).fill("PayPal");
    await pick("Action 1: Action", "unpaid", "Mark as unpaid");
    await app.getByText("When payment method is PayPal → record no payment (Shopify is not changed)").waitFor();
    await app.getByLabel("Order number").fill(await newestOrder());
    await app.getByText("does not match this rule").waitFor();
    await isSound("traced");
    await app.getByRole("textbox", { name: "Name" }).fill("PayPal is unpaid");
    await save();
    await isSound("draft");
    await app.getByRole("button", { name: "Publish …" }).click();
    await app.getByRole("dialog").getByText(/would come out differently/).waitFor();
    await isSound("publish");
    await app.getByRole("button", { name: "Cancel" }).click();
    await publish();
    await ordersFollow();
  });

  it("of the FAQ are made from templates, and the published version before them comes back", async () => {
    await open("/app/rules");
    await removeFirst();
    await removeFirst();
    for (const template of ["Create invoices only for fulfilled orders", "Mark as unpaid by payment method"]) {
      await app.getByRole("button", { name: "Add rule" }).click();
      await app.getByRole("menuitem", { name: template }).click();
      await app.getByRole("heading", { level: 1 }).filter({ hasNotText: "Rules" }).waitFor();
      await save();
    }
    await publish();
    await ordersFollow();

    await open("/app/rules/versions");
    await isSound("versions");
    await app.getByRole("button", { name: "Restore to draft: version 2" }).click();
    await app.getByText("“PayPal is unpaid”").first().waitFor();
    await app.getByRole("button", { name: "Discard draft" }).click();
    await app.getByText(/not published yet/).waitFor({ state: "detached" });
    expect(watched.troubles.filter((trouble) => !trouble.includes("/quickbooks/connect"))).toEqual([]);
  });

  it("leave as a table and come back, whole or not at all", async () => {
    await open("/app/rules/exchange");
    await isSound("exchange");
    const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await app.getByLabel("File with rules").setInputFiles(file("bad.csv", "title,field 1,comparison 1,value 1,action 1\nOne,order.colour,equals,red,do_not_sync\n"));
    await app.getByRole("button", { name: "Import", exact: true }).click();
    await app.getByText(/Row 2: .*order\.colour/).waitFor();
    await isSound("refused");
    await app.getByLabel("File with rules").setInputFiles(file("good.csv", "title,field 1,comparison 1,value 1,action 1\nFrom a table,order.tags,equals,red,do_not_sync\n"));
    await app.getByRole("button", { name: "Import", exact: true }).click();
    await app.getByRole("heading", { level: 2, name: "From a table" }).waitFor();
    await open("/app/rules/exchange");
    const [download] = await Promise.all([page.waitForEvent("download"), app.getByRole("button", { name: "Download CSV" }).click()]);
    expect(download.suggestedFilename()).toBe("rules.csv");
  });

  it("are edited, looked back at and exchanged on pages that are sound at every size, from the first to the last stop of Tab", async () => {
    const pictures = await focusPictures(stage.browser);
    expect(await sweep({ browser: stage.browser, pictures, appUrl: stage.demo.appUrl, paths: ["/app/rules/new", "/app/rules/1", "/app/rules/versions", "/app/rules/exchange"] })).toEqual([]);
  });

  /** As the list of orders shows it. */
  async function newestOrder(): Promise<string> {
    const { page: other } = await openPage(stage.browser);
    await openScreen(other, stage.demo.appUrl, "/app/orders");
    const name = await appFrame(other).getByRole("row").getByRole("link").first().innerText();
    await other.close();
    return name.replace("#", "");
  }
});
