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

const gatewaySchema = z.object({
  gateway: name.min(1, PROBLEMS.method).transform(gatewayHandle),
  account: name.min(1, PROBLEMS.account),
});

const gatewaysSchema = z.array(gatewaySchema).max(MOST_GATEWAYS, PROBLEMS.tooMany).superRefine((rows, context) => {
  const seen = new Set<string>();
  for (const [index, { gateway }] of rows.entries()) {
    if (seen.has(gateway)) context.addIssue({ code: "custom", path: [index, "gateway"], message: PROBLEMS.methodTwice });
    seen.add(gateway);
  }
});

const taxSetSchema = z.object({ set: z.string().min(1, PROBLEMS.taxCode).max(SET_LENGTH, PROBLEMS.taxCode), code: name.min(1, PROBLEMS.taxCode) });

const taxCodesSchema = z.array(taxSetSchema).max(MOST_TAX_SETS, PROBLEMS.tooManyTaxSets).superRefine((rows, context) => {
  const seen = new Set<string>();
  for (const [index, { set }] of rows.entries()) {
    if (seen.has(set)) context.addIssue({ code: "custom", path: [index, "set"], message: PROBLEMS.taxSetTwice });
    seen.add(set);
  }
});

const formSchema = z.object({
  mode: modeSchema,
  statuses: statusesSchema.min(1, PROBLEMS.statuses),
  startDate: z.union([z.literal("").transform(() => null), z.iso.date({ error: PROBLEMS.startDate })]),
  numberPrefix: z.string().trim().max(8, PROBLEMS.prefix),
  syncTestOrders: z.boolean(),
  syncFreeOrders: z.boolean(),
  unknownItems: optionsSchema.shape.unknownItems.unwrap(),
  newGateways: optionsSchema.shape.newGateways.unwrap(),
  depositAccount: name,
  gateways: gatewaysSchema,
  taxCodes: taxCodesSchema,
  acceptRounding: z.boolean(),
});

export const settingsSubmissionSchema = z.object({
  version: z.int(),
  settings: formSchema.transform(({ mode, statuses, depositAccount, gateways, taxCodes, ...options }): Settings => ({
    mode,
    statuses,
    options: {
      ...options,
      depositAccount: depositAccount === "" ? DEFAULT_SETTINGS.options.depositAccount : depositAccount,
      depositAccounts: Object.fromEntries(gateways.map(({ gateway, account }) => [gateway, account])),
      taxCodes: Object.fromEntries(taxCodes.map(({ set, code }) => [set, code])),
    },
  })),
});

/** The way back: saved settings as the form shows them. */
export function formOf({ mode, statuses, options }: Settings): SettingsForm {
  const { startDate, depositAccounts, taxCodes, ...rest } = options;
  return {
    ...rest,
    mode,
    statuses: [...statuses],
    startDate: startDate ?? "",
    gateways: Object.entries(depositAccounts).map(([gateway, account]) => ({ gateway: gatewayName(gateway), account })),
    taxCodes: Object.entries(taxCodes).map(([set, code]) => ({ set, code })),
  };
}
