/** The settings form at the edge: what a person typed becomes settings, or one sentence per field. */
import { z } from "zod";
import { DEFAULT_SETTINGS, modeSchema, optionsSchema, type Settings, statusesSchema } from "#app/domain/settings/settings.ts";
import { gatewayHandle, gatewayName } from "../gateways.server.ts";
import type { SettingsForm } from "./view.ts";
import { PROBLEMS } from "./words.ts";

const NAME_LENGTH = 100;
const MOST_GATEWAYS = 50;
const MOST_TAX_SETS = 100;
const SET_LENGTH = 1_000;
const name = z.string().trim().max(NAME_LENGTH, PROBLEMS.accountLength);

/** A field left empty means the account that is proposed beside it. */
const orDefault = (account: string) => name.transform((written) => (written === "" ? account : written));

const gatewaySchema = z.object({
  gateway: name.min(1, PROBLEMS.method).transform(gatewayHandle),
  account: name.min(1, PROBLEMS.account),
});

const gatewaysSchema = z.array(gatewaySchema).max(MOST_GATEWAYS, PROBLEMS.tooMany).superRefine((rows, context) => eachOnce(rows.map(({ gateway }) => gateway), "gateway", PROBLEMS.methodTwice, context));

const MOST_OFF_STOCK_ITEMS = 50;
const offStockSchema = z.array(z.object({ account: name.min(1, PROBLEMS.account), item: name.min(1, PROBLEMS.item) })).max(MOST_OFF_STOCK_ITEMS, PROBLEMS.tooManyItems)
  .superRefine((rows, context) => eachOnce(rows.map(({ account }) => account), "account", PROBLEMS.accountTwice, context));

const taxSetSchema = z.object({ set: z.string().min(1, PROBLEMS.taxCode).max(SET_LENGTH, PROBLEMS.taxCode), code: name.min(1, PROBLEMS.taxCode) });

const taxCodesSchema = z.array(taxSetSchema).max(MOST_TAX_SETS, PROBLEMS.tooManyTaxSets).superRefine((rows, context) => eachOnce(rows.map(({ set }) => set), "set", PROBLEMS.taxSetTwice, context));

function eachOnce(keys: readonly string[], field: string, message: string, context: z.RefinementCtx): void {
  for (const [index, key] of keys.entries()) if (keys.indexOf(key) < index) context.addIssue({ code: "custom", path: [index, field], message });
}

const formSchema = z.object({
  mode: modeSchema,
  statuses: statusesSchema.min(1, PROBLEMS.statuses),
  startDate: z.union([z.literal("").transform(() => null), z.iso.date({ error: PROBLEMS.startDate })]),
  numberPrefix: z.string().trim().max(8, PROBLEMS.prefix),
  syncTestOrders: z.boolean(),
  syncFreeOrders: z.boolean(),
  unknownItems: optionsSchema.shape.unknownItems.unwrap(),
  splitShipments: optionsSchema.shape.splitShipments.unwrap(),
  offStockItems: offStockSchema,
  newGateways: optionsSchema.shape.newGateways.unwrap(),
  depositAccount: orDefault(DEFAULT_SETTINGS.options.depositAccount),
  chargebackAccount: orDefault(DEFAULT_SETTINGS.options.chargebackAccount),
  chargebackFeeAccount: orDefault(DEFAULT_SETTINGS.options.chargebackFeeAccount),
  gateways: gatewaysSchema,
  taxCodes: taxCodesSchema,
  acceptRounding: z.boolean(),
});

export const settingsSubmissionSchema = z.object({
  version: z.int(),
  settings: formSchema.transform(({ mode, statuses, gateways, taxCodes, offStockItems, ...options }): Settings => ({
    mode,
    statuses,
    options: {
      ...options,
      depositAccounts: Object.fromEntries(gateways.map(({ gateway, account }) => [gateway, account])),
      taxCodes: Object.fromEntries(taxCodes.map(({ set, code }) => [set, code])),
      offStockItems: Object.fromEntries(offStockItems.map(({ account, item }) => [account, item])),
    },
  })),
});

/** The way back: saved settings as the form shows them. */
export function formOf({ mode, statuses, options }: Settings): SettingsForm {
  const { startDate, depositAccounts, taxCodes, offStockItems, ...rest } = options;
  return {
    ...rest,
    mode,
    statuses: [...statuses],
    startDate: startDate ?? "",
    gateways: Object.entries(depositAccounts).map(([gateway, account]) => ({ gateway: gatewayName(gateway), account })),
    taxCodes: Object.entries(taxCodes).map(([set, code]) => ({ set, code })),
    offStockItems: Object.entries(offStockItems).map(([account, item]) => ({ account, item })),
  };
}
