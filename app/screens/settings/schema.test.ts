import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "#app/domain/settings/settings.ts";
import { fieldErrors } from "../form.server.ts";
import { formOf, settingsSubmissionSchema } from "./schema.server.ts";
import type { SettingsForm } from "./view.ts";
import { PROBLEMS } from "./words.ts";

const FORM = formOf(DEFAULT_SETTINGS);

function parse(changes: Partial<SettingsForm>): Settings | Record<string, string> {
  const parsed = settingsSubmissionSchema.safeParse({ version: 1, settings: { ...FORM, ...changes } });
  return parsed.success ? parsed.data.settings : fieldErrors(parsed.error);
}

describe("the settings form", () => {
  it("gives back exactly what was saved when nothing was typed", () => {
    const settings: Settings = {
      mode: "invoices_payments",
      statuses: ["paid", "cancelled"],
      options: { ...DEFAULT_SETTINGS.options, startDate: "2026-11-02", numberPrefix: "EU-", unknownItems: "wait", depositAccounts: { paypal: "PayPal", "Store credit": "Clearing" }, taxCodes: { "GST 5% + PST 7%": "GST/PST BC" }, splitShipments: "invoice_each", offStockItems: { "Sales of Product Income": "Goods not restocked" }, acceptRounding: true },
    };
    expect(parse(formOf(settings))).toEqual(settings);
    expect(parse(FORM)).toEqual(DEFAULT_SETTINGS);
  });

  it("gives back every option as it was saved, each of them other than it is at first", () => {
    const options: Settings["options"] = {
      numberPrefix: "EU-", syncTestOrders: true, syncFreeOrders: false, startDate: "2026-11-02",
      items: { "TEE-S": "Tee", TEE: "Tee", "sku with = and : in it": "Cap" }, unknownItems: "fallback", fallbackItem: "Sundries",
      customers: "one", oneCustomer: "Shopify", unknownCustomers: "wait",
      class: "Web", location: "Paris", terms: "Net 30", customerMessage: "Thank you.\nCome again.", customFields: { "Web order": "{order.name}", Channel: "Shop" },
      paymentMethods: { paypal: "PayPal", shopify_payments: "Card" }, depositAccounts: { paypal: "PayPal account", "Store credit": "Clearing" },
      dates: { salesOrder: "paid", invoice: "ordered", salesReceipt: "ordered", payment: "ordered" }, closedDays: "first_open_day",
      splitShipments: "invoice_each", offStockItems: { "Sales of Product Income": "Goods not restocked" }, newGateways: "wait", taxCodes: { "GST 5% + PST 7%": "GST/PST BC" }, acceptRounding: true,
      depositAccount: "Checking", chargebackAccount: "Lost", chargebackFeeAccount: "Fees",
    };
    const same = (Object.keys(options) as (keyof typeof options)[]).filter((key) => JSON.stringify(options[key]) === JSON.stringify(DEFAULT_SETTINGS.options[key]));
    expect(same).toEqual([]);
    expect(parse(formOf({ ...DEFAULT_SETTINGS, options }))).toEqual({ ...DEFAULT_SETTINGS, options });
  });

  it("keeps a payment method's account and its name in QuickBooks apart, each where it was written", () => {
    const gateways = [{ gateway: "PayPal", account: "PayPal account", method: "" }, { gateway: "Klarna", account: " ", method: " Pay later " }, { gateway: "Cash", account: "Till", method: "Cash" }];
    expect(parse({ gateways })).toMatchObject({ options: { depositAccounts: { paypal: "PayPal account", cash: "Till" }, paymentMethods: { Klarna: "Pay later", cash: "Cash" } } });
    expect(formOf({ ...DEFAULT_SETTINGS, options: { ...DEFAULT_SETTINGS.options, depositAccounts: { paypal: "A", cash: "B" }, paymentMethods: { cash: "Cash", Klarna: "Later" } } }).gateways).toEqual([
      { gateway: "PayPal", account: "A", method: "" }, { gateway: "Cash", account: "B", method: "Cash" }, { gateway: "Klarna", account: "", method: "Later" },
    ]);
  });

  it("takes as many products as it may, and lists them by their SKU", () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ sku: `SKU-${999 - index}`, item: "Tee" }));
    const settings = parse({ items });
    expect(settings).toMatchObject({ options: { items: { "SKU-500": "Tee", "SKU-999": "Tee" } } });
    expect(formOf(settings as Settings).items.map(({ sku }) => sku).slice(0, 2)).toEqual(["SKU-500", "SKU-501"]);
    expect(parse({ items: [...items, { sku: "One more", item: "Tee" }] })).toEqual({ "settings.items": PROBLEMS.tooManyProducts });
  });

  it("takes texts and templates for custom fields, and says of a template what is wrong with it", () => {
    const text = (written: string) => parse({ customFields: [{ field: "Web order", text: written }] });
    for (const fine of ["Shop", "x".repeat(31), "{order.name}", "No. {order.number} to {shipping.country}", "{order.attribute:gift_note}"]) expect(text(` ${fine} `)).toMatchObject({ options: { customFields: { "Web order": fine } } });
    const refused = (written: string) => text(written) as Record<string, string>;
    const at = "settings.customFields.0.text";
    expect(refused("x".repeat(32))).toEqual({ [at]: PROBLEMS.fieldTextLength });
    expect(refused("  ")).toEqual({ [at]: PROBLEMS.fieldText });
    expect(refused("{order.nmae}")).toEqual({ [at]: 'Unknown field "order.nmae"' });
    expect(refused("{order.name")).toEqual({ [at]: "A brace in the template is not closed" });
    expect(refused("{line.sku}")[at]).toMatch(/^line\.sku belongs to a line/);
  });

  it("takes payment methods as Shopify writes them for people, and keeps custom ones as written", () => {
    const gateways = [{ gateway: " PayPal ", account: " PayPal account ", method: "" }, { gateway: "bank deposit", account: "Checking", method: "" }, { gateway: "Klarna Pay Later", account: "Klarna", method: "" }];
    expect(parse({ gateways })).toMatchObject({ options: { depositAccounts: { paypal: "PayPal account", bank_deposit: "Checking", "Klarna Pay Later": "Klarna" } } });
  });

  it("fills an empty deposit account, customer and start date with what empty means", () => {
    expect(parse({ depositAccount: "  ", oneCustomer: " ", startDate: "" })).toMatchObject({ options: { depositAccount: "Shopify Clearing", oneCustomer: "Web Store", startDate: null } });
  });

  it("keeps the item for unknown products while another choice is made, and asks for it only where it is used", () => {
    expect(parse({ unknownItems: "wait", fallbackItem: "Sundries" })).toMatchObject({ options: { unknownItems: "wait", fallbackItem: "Sundries" } });
    expect(parse({ unknownItems: "wait", fallbackItem: "" })).toMatchObject({ options: { fallbackItem: "" } });
  });

  it.each<[Partial<SettingsForm>, Record<string, string>]>([
    [{ statuses: [] }, { "settings.statuses": PROBLEMS.statuses }],
    [{ startDate: "2026-02-30" }, { "settings.startDate": PROBLEMS.startDate }],
    [{ startDate: "soon" }, { "settings.startDate": PROBLEMS.startDate }],
    [{ numberPrefix: "123456789" }, { "settings.numberPrefix": PROBLEMS.prefix }],
    [{ depositAccount: "x".repeat(101) }, { "settings.depositAccount": PROBLEMS.accountLength }],
    [{ taxCodes: [{ set: "VAT 20%", code: "" }] }, { "settings.taxCodes.0.code": PROBLEMS.taxCode }],
    [{ taxCodes: [{ set: "VAT 20%", code: "20.0% S" }, { set: "VAT 20%", code: "5.0% R" }] }, { "settings.taxCodes.1.set": PROBLEMS.taxSetTwice }],
    [{ offStockItems: [{ account: "Sales", item: "A" }, { account: "Sales", item: "" }] }, { "settings.offStockItems.1.account": PROBLEMS.accountTwice, "settings.offStockItems.1.item": PROBLEMS.item }],
    [{ gateways: [{ gateway: "", account: "", method: "" }] }, { "settings.gateways.0.gateway": PROBLEMS.method, "settings.gateways.0.account": PROBLEMS.accountOrMethod }],
    [{ gateways: [{ gateway: "PayPal", account: "A", method: "" }, { gateway: "paypal", account: "", method: "B" }] }, { "settings.gateways.1.gateway": PROBLEMS.methodTwice }],
    [{ gateways: [{ gateway: "PayPal", account: "", method: "x".repeat(101) }] }, { "settings.gateways.0.method": PROBLEMS.accountLength }],
    [{ unknownItems: "fallback", fallbackItem: " " }, { "settings.fallbackItem": PROBLEMS.fallbackItem }],
    [{ unknownItems: "fallback", fallbackItem: "", statuses: [] }, { "settings.fallbackItem": PROBLEMS.fallbackItem, "settings.statuses": PROBLEMS.statuses }],
    [{ fallbackItem: "x".repeat(101) }, { "settings.fallbackItem": PROBLEMS.accountLength }],
    [{ items: [{ sku: "", item: "" }, { sku: "", item: "Tee" }] }, { "settings.items.0.sku": PROBLEMS.sku, "settings.items.0.item": PROBLEMS.item, "settings.items.1.sku": PROBLEMS.sku }],
    [{ items: [{ sku: "TEE", item: "Tee" }, { sku: " tee ", item: "Cap" }] }, { "settings.items.1.sku": PROBLEMS.skuTwice }],
    [{ items: [{ sku: "x".repeat(256), item: "x".repeat(101) }] }, { "settings.items.0.sku": PROBLEMS.skuLength, "settings.items.0.item": PROBLEMS.accountLength }],
    [{ oneCustomer: "x".repeat(101) }, { "settings.oneCustomer": PROBLEMS.accountLength }],
    [{ class: "x".repeat(101), location: "x".repeat(101), terms: "x".repeat(101) }, { "settings.class": PROBLEMS.accountLength, "settings.location": PROBLEMS.accountLength, "settings.terms": PROBLEMS.accountLength }],
    [{ customerMessage: "x".repeat(1_001) }, { "settings.customerMessage": PROBLEMS.message }],
    [{ customFields: [{ field: "Web order", text: "A" }, { field: "web ORDER", text: "B" }] }, { "settings.customFields.1.field": PROBLEMS.fieldTwice }],
    [{ customFields: [{ field: "", text: "" }] }, { "settings.customFields.0.field": PROBLEMS.field, "settings.customFields.0.text": PROBLEMS.fieldText }],
    [{ customFields: Array.from({ length: 21 }, (_, index) => ({ field: `Field ${index}`, text: "A" })) }, { "settings.customFields": PROBLEMS.tooManyFields }],
  ])("refuses %j at its field", (changes, errors) => {
    expect(parse(changes)).toEqual(errors);
  });

  it("refuses what no form of ours sends", () => {
    for (const body of [undefined, null, 1, {}, { version: "1", settings: FORM }, { version: 1, settings: { ...FORM, mode: "everything" } }, { version: 1, settings: { ...FORM, customers: "some" } }, { version: 1, settings: { ...FORM, dates: { ...FORM.dates, invoice: "never" } } }]) {
      expect(settingsSubmissionSchema.safeParse(body).success).toBe(false);
    }
  });
});
