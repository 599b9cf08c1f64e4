/** The settings form at the edge: what a person typed becomes settings, or one sentence per field. */
import { z } from "zod";
import { DEFAULT_SETTINGS, modeSchema, optionsSchema, type Settings, statusesSchema } from "#app/domain/settings/settings.ts";
import { gatewayHandle, gatewayName } from "../gateways.server.ts";
import { fieldTextSchema } from "./field-text.server.ts";
import type { SettingsForm } from "./view.ts";
import { PROBLEMS } from "./words.ts";

const NAME_LENGTH = 100;
const MOST_GATEWAYS = 50;
const MOST_TAX_SETS = 100;
const SET_LENGTH = 1_000;
const name = z.string().trim().max(NAME_LENGTH, PROBLEMS.accountLength);

/** A field left empty means the account that is proposed beside it. */
const orDefault = (account: string) => name.transform((written) => (written === "" ? account : written));

const gatewaySchema = z.object({ gateway: name.min(1, PROBLEMS.method).transform(gatewayHandle), account: name, method: name });

const gatewaysSchema = z.array(gatewaySchema).max(MOST_GATEWAYS, PROBLEMS.tooMany).superRefine((rows, context) => {
  eachOnce(rows.map(({ gateway }) => gateway), "gateway", PROBLEMS.methodTwice, context);
  for (const [index, { account, method }] of rows.entries()) if (account === "" && method === "") context.addIssue({ code: "custom", path: [index, "account"], message: PROBLEMS.accountOrMethod });
});

const MOST_PRODUCTS = 500;
/** Shopify's own limit. */
const SKU_LENGTH = 255;
const itemsSchema = z.array(z.object({ sku: z.string().trim().min(1, PROBLEMS.sku).max(SKU_LENGTH, PROBLEMS.skuLength), item: name.min(1, PROBLEMS.item) })).max(MOST_PRODUCTS, PROBLEMS.tooManyProducts)
  .superRefine((rows, context) => eachOnce(rows.map(({ sku }) => sku.toLowerCase()), "sku", PROBLEMS.skuTwice, context));

const MOST_FIELDS = 20;
const customFieldsSchema = z.array(z.object({ field: name.min(1, PROBLEMS.field), text: fieldTextSchema })).max(MOST_FIELDS, PROBLEMS.tooManyFields)
  .superRefine((rows, context) => eachOnce(rows.map(({ field }) => field.toLowerCase()), "field", PROBLEMS.fieldTwice, context));

const MOST_OFF_STOCK_ITEMS = 50;
const offStockSchema = z.array(z.object({ account: name.min(1, PROBLEMS.account), item: name.min(1, PROBLEMS.item) })).max(MOST_OFF_STOCK_ITEMS, PROBLEMS.tooManyItems)
  .superRefine((rows, context) => eachOnce(rows.map(({ account }) => account), "account", PROBLEMS.accountTwice, context));

const taxSetSchema = z.object({ set: z.string().min(1, PROBLEMS.taxCode).max(SET_LENGTH, PROBLEMS.taxCode), code: name.min(1, PROBLEMS.taxCode) });

const taxCodesSchema = z.array(taxSetSchema).max(MOST_TAX_SETS, PROBLEMS.tooManyTaxSets).superRefine((rows, context) => eachOnce(rows.map(({ set }) => set), "set", PROBLEMS.taxSetTwice, context));

function eachOnce(keys: readonly string[], field: string, message: string, context: z.RefinementCtx): void {
  for (const [index, key] of keys.entries()) if (key !== "" && keys.indexOf(key) < index) context.addIssue({ code: "custom", path: [index, field], message });
}

const { shape } = optionsSchema;
const datesSchema = shape.dates.unwrap().shape;

const formFields = z.object({
  mode: modeSchema,
  statuses: statusesSchema.min(1, PROBLEMS.statuses),
  startDate: z.union([z.literal("").transform(() => null), z.iso.date({ error: PROBLEMS.startDate })]),
  numberPrefix: z.string().trim().max(8, PROBLEMS.prefix),
  syncTestOrders: z.boolean(),
  syncFreeOrders: z.boolean(),
  customers: shape.customers.unwrap(),
  oneCustomer: orDefault(DEFAULT_SETTINGS.options.oneCustomer),
  unknownCustomers: shape.unknownCustomers.unwrap(),
  unknownItems: shape.unknownItems.unwrap(),
  fallbackItem: name,
  items: itemsSchema,
  splitShipments: shape.splitShipments.unwrap(),
  offStockItems: offStockSchema,
  newGateways: shape.newGateways.unwrap(),
  depositAccount: orDefault(DEFAULT_SETTINGS.options.depositAccount),
  chargebackAccount: orDefault(DEFAULT_SETTINGS.options.chargebackAccount),
  chargebackFeeAccount: orDefault(DEFAULT_SETTINGS.options.chargebackFeeAccount),
  gateways: gatewaysSchema,
  taxCodes: taxCodesSchema,
  acceptRounding: z.boolean(),
  class: name,
  location: name,
  terms: name,
  customerMessage: z.string().trim().max(1_000, PROBLEMS.message),
  customFields: customFieldsSchema,
  dates: z.object({ salesOrder: datesSchema.salesOrder.unwrap(), invoice: datesSchema.invoice.unwrap(), salesReceipt: datesSchema.salesReceipt.unwrap(), payment: datesSchema.payment.unwrap() }),
  closedDays: shape.closedDays.unwrap(),
});

const formSchema = formFields.superRefine(({ unknownItems, fallbackItem }, context) => {
  if (unknownItems === "fallback" && fallbackItem === "") context.addIssue({ code: "custom", path: ["fallbackItem"], message: PROBLEMS.fallbackItem });
});

export const settingsSubmissionSchema = z.object({
  version: z.int(),
  settings: formSchema.transform(({ mode, statuses, gateways, taxCodes, offStockItems, items, customFields, ...options }): Settings => ({
    mode,
    statuses,
    options: {
      ...options,
      depositAccounts: Object.fromEntries(gateways.flatMap(({ gateway, account }) => (account === "" ? [] : [[gateway, account]]))),
      paymentMethods: Object.fromEntries(gateways.flatMap(({ gateway, method }) => (method === "" ? [] : [[gateway, method]]))),
      taxCodes: Object.fromEntries(taxCodes.map(({ set, code }) => [set, code])),
      offStockItems: Object.fromEntries(offStockItems.map(({ account, item }) => [account, item])),
      items: Object.fromEntries(items.map(({ sku, item }) => [sku, item])),
      customFields: Object.fromEntries(customFields.map(({ field, text }) => [field, text])),
    },
  })),
});

/** The way back: saved settings as the form shows them. */
export function formOf({ mode, statuses, options }: Settings): SettingsForm {
  const { startDate, depositAccounts, paymentMethods, taxCodes, offStockItems, items, customFields, ...rest } = options;
  return {
    ...rest,
    mode,
    statuses: [...statuses],
    startDate: startDate ?? "",
    gateways: [...new Set([...Object.keys(depositAccounts), ...Object.keys(paymentMethods)])].map((gateway) => ({ gateway: gatewayName(gateway), account: depositAccounts[gateway] ?? "", method: paymentMethods[gateway] ?? "" })),
    taxCodes: Object.entries(taxCodes).map(([set, code]) => ({ set, code })),
    offStockItems: Object.entries(offStockItems).map(([account, item]) => ({ account, item })),
    items: Object.entries(items).map(([sku, item]) => ({ sku, item })).sort((a, b) => (a.sku < b.sku ? -1 : 1)),
    customFields: Object.entries(customFields).map(([field, text]) => ({ field, text })),
  };
}
