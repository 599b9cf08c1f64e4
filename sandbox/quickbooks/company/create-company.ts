/** Makes a company file: chart, preferences, taxes, and what a script's `config.company` adds. */
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { account } from "../entities/account.ts";
import { customer } from "../entities/customer.ts";
import { item } from "../entities/item.ts";
import { classEntity, paymentMethod, term } from "../entities/simple-lists.ts";
import { vendor } from "../entities/vendor.ts";
import { createEntity } from "../write/write-entity.ts";
import { insertRow, ownersOf } from "../store/rows.ts";
import { nameKey } from "../store/unique-keys.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, textOf } from "../wire/json.ts";
import { DEFAULT_CHART, DEFAULT_PAYMENT_METHODS, DEFAULT_TERMS } from "./default-chart.ts";
import type { ChartName } from "./default-chart.ts";
import { defaultPreferences, setPreferences } from "./preferences.ts";
import { withIds } from "./references-by-name.ts";
import { addTaxCode, addTaxTable } from "./tax-codes.ts";
import { inTransaction } from "./state.ts";
import type { Books, CompanyState } from "./state.ts";
import { DEFAULT_SWITCHES, switchesSchema } from "./switches.ts";

const rowSchema = z.custom<JsonObject>(isObject, "a QuickBooks object is expected");

/** `config.company` of design page 09; `name`, `classes` and `switches` are this simulator's additions. */
export const companyConfigSchema = z.strictObject({
  name: z.string().min(1).optional(),
  country: z.string().length(2).default("US"),
  currency: z.string().length(3).default("USD"),
  preferences: rowSchema.optional(),
  bookCloseDate: z.iso.date().optional(),
  items: z.array(rowSchema).default([]),
  vendors: z.array(rowSchema).default([]),
  customers: z.array(rowSchema).default([]),
  accounts: z.array(rowSchema).default([]),
  taxCodes: z.array(rowSchema).default([]),
  classes: z.array(rowSchema).default([]),
  switches: switchesSchema.partial().optional(),
});

export type CompanyConfig = z.input<typeof companyConfigSchema>;

const SET_UP = { allowDuplicateDocNumber: false };

/** A new company; throws ZodError or QuickBooksFault when the config is none QuickBooks could have. */
export function createCompany(realmId: string, config: unknown, now: Temporal.Instant): CompanyState {
  const parsed = companyConfigSchema.parse(config);
  const state = emptyState(realmId, parsed);
  inTransaction(state, now, (books) => {
    for (const { name, type, subType } of DEFAULT_CHART) {
      createEntity(books, account, { Name: name, AccountType: type, AccountSubType: subType }, SET_UP);
    }
    state.roles = {
      receivable: accountId(books, "Accounts Receivable"),
      undeposited: accountId(books, "Undeposited Funds"),
      discounts: accountId(books, "Discounts Given"),
      shipping: accountId(books, "Shipping Income"),
      salesTax: accountId(books, "Sales Tax Payable"),
    };
    insertRow(books, "Preferences", "Preferences", { Id: "1", ...defaultPreferences(parsed.currency, state.roles) });
    insertRow(books, "CompanyInfo", "CompanyInfo", companyInfo(parsed, now));
    for (const row of DEFAULT_TERMS) createEntity(books, term, row, SET_UP);
    for (const row of DEFAULT_PAYMENT_METHODS) createEntity(books, paymentMethod, row, SET_UP);
    addTaxTable(books, new Set(parsed.taxCodes.flatMap((row) => textOf(row, "Name") ?? [])));
    // Before accounts and customers, which may be in another currency.
    if (parsed.preferences) setPreferences(books, parsed.preferences);
    for (const row of parsed.classes) createEntity(books, classEntity, row, SET_UP);
    for (const row of parsed.accounts) createEntity(books, account, row, SET_UP);
    for (const row of parsed.taxCodes) addTaxCode(books, row);
    for (const row of parsed.customers) createEntity(books, customer, withIds(books, row), SET_UP);
    for (const row of parsed.vendors) createEntity(books, vendor, withIds(books, row), SET_UP);
    for (const row of parsed.items) addItem(books, withIds(books, row));
    if (parsed.bookCloseDate) setPreferences(books, { "AccountingInfoPrefs.BookCloseDate": parsed.bookCloseDate });
  });
  return state;
}

function emptyState(realmId: string, config: z.output<typeof companyConfigSchema>): CompanyState {
  return {
    realmId,
    country: config.country,
    currency: config.currency,
    roles: { receivable: "", undeposited: "", discounts: "", shipping: "", salesTax: "" },
    switches: { ...DEFAULT_SWITCHES, ...config.switches },
    tables: {},
    counters: {},
    keys: {},
    ledger: { entries: {}, accounts: {}, customers: {} },
    tombstones: {},
    recentWrites: {},
    audit: {},
    answered: {},
    requests: [],
    faults: [],
    lateCommits: [],
  };
}

function companyInfo(config: z.output<typeof companyConfigSchema>, now: Temporal.Instant): JsonObject {
  const name = config.name ?? "Sandbox Company";
  return {
    Id: "1",
    CompanyName: name,
    LegalName: name,
    Country: config.country,
    CompanyAddr: { Id: "1", Line1: "123 Sierra Way", City: "San Pablo", CountrySubDivisionCode: "CA", PostalCode: "87999" },
    CompanyStartDate: now.toZonedDateTimeISO("UTC").toPlainDate().toString(),
    FiscalYearStartMonth: "January",
    SupportedLanguages: "en",
    NameValue: [
      { Name: "IsQbdtMigrated", Value: "false" },
      { Name: "OfferingSku", Value: "QuickBooks Online Plus" },
      { Name: "HomeCurrency", Value: config.currency },
    ],
  };
}

/** Items given without accounts get Sales of Product Income and Cost of Goods Sold (design page 09). */
export function addItem(books: Books, row: JsonObject): JsonObject {
  const draft = {
    Type: "NonInventory",
    IncomeAccountRef: { value: accountId(books, "Sales of Product Income") },
    ExpenseAccountRef: { value: accountId(books, "Cost of Goods Sold") },
    ...row,
  };
  return createEntity(books, item, draft, SET_UP);
}

function accountId(books: Books, name: ChartName): string {
  const owner = ownersOf(books, nameKey("Account", { Name: name }) ?? "")[0];
  if (!owner) throw new Error(`the chart has no account ${name}`);
  return owner.id;
}
