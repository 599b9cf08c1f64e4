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

  it("takes payment methods as Shopify writes them for people, and keeps custom ones as written", () => {
    const gateways = [{ gateway: " PayPal ", account: " PayPal account " }, { gateway: "bank deposit", account: "Checking" }, { gateway: "Klarna Pay Later", account: "Klarna" }];
    expect(parse({ gateways })).toMatchObject({ options: { depositAccounts: { paypal: "PayPal account", bank_deposit: "Checking", "Klarna Pay Later": "Klarna" } } });
  });

  it("fills an empty deposit account and start date with what empty means", () => {
    expect(parse({ depositAccount: "  ", startDate: "" })).toMatchObject({ options: { depositAccount: "Shopify Clearing", startDate: null } });
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
    [{ gateways: [{ gateway: "", account: "" }] }, { "settings.gateways.0.gateway": PROBLEMS.method, "settings.gateways.0.account": PROBLEMS.account }],
    [{ gateways: [{ gateway: "PayPal", account: "A" }, { gateway: "paypal", account: "B" }] }, { "settings.gateways.1.gateway": PROBLEMS.methodTwice }],
  ])("refuses %j at its field", (changes, errors) => {
    expect(parse(changes)).toEqual(errors);
  });

  it("refuses what no form of ours sends", () => {
    for (const body of [undefined, null, 1, {}, { version: "1", settings: FORM }, { version: 1, settings: { ...FORM, mode: "everything" } }]) {
      expect(settingsSubmissionSchema.safeParse(body).success).toBe(false);
    }
  });
});
