/** The `config` of a script (design page 09): the merchant's choices, the shop, the company, faults and the clock. */
import { z } from "zod";
import { DEFAULT_SETTINGS, type Settings } from "#app/domain/settings/settings.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { plannedFaultSchema, type PlannedFault } from "#sandbox/quickbooks/api/planned-faults.ts";
import { companyConfigSchema } from "#sandbox/quickbooks/company/create-company.ts";
import { shopifyFaultSchema, type ShopifyFault } from "#sandbox/shopify/faults/planned-faults.ts";
import { problemsOf, type ScriptProblem } from "./problem.ts";
import { type Read, readMode, readRules, readSettings, readStatuses } from "./settings.ts";
import { instantSchema } from "./values.ts";

const shopSchema = z.strictObject({
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, { error: 'a domain such as "tea-shop.myshopify.com" is expected' }).optional(),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'an ISO 4217 code such as "USD" is expected' }).default("USD"),
  timeZone: z.string().refine(isTimeZone, { error: 'a time zone such as "America/New_York" is expected' }).default("America/New_York"),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'an ISO 3166 code such as "US" is expected' }).default("US"),
  taxesIncluded: z.boolean().default(false),
});

const configSchema = z.strictObject({
  mode: z.unknown().optional(),
  statuses: z.unknown().optional(),
  rules: z.unknown().optional(),
  settings: z.unknown().optional(),
  shop: shopSchema.prefault({}),
  company: companyConfigSchema.prefault({}),
  faults: z.array(plannedFaultSchema).default([]),
  /** Extension of the format: what goes wrong at Shopify. */
  shopifyFaults: z.array(shopifyFaultSchema).default([]),
  clock: instantSchema.optional(),
});

export type ShopConfig = z.infer<typeof shopSchema>;

export type PlayConfig = {
  settings: Settings;
  rules: Rule[];
  shop: ShopConfig;
  company: z.infer<typeof companyConfigSchema>;
  faults: PlannedFault[];
  shopifyFaults: ShopifyFault[];
  /** Null: the clock shows the real time. */
  clock: string | null;
};

/** Reads a config and tells every problem; `path` is where it stands in its file. */
export function readConfig(value: unknown, path: readonly PropertyKey[]): Read<PlayConfig> {
  const parsed = configSchema.safeParse(value ?? {});
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, path) };
  const { data } = parsed;
  const mode = readMode(data.mode ?? DEFAULT_SETTINGS.mode, [...path, "mode"]);
  const statuses = readStatuses(data.statuses ?? DEFAULT_SETTINGS.statuses, [...path, "statuses"]);
  const rules = readRules(data.rules ?? [], [...path, "rules"]);
  const options = readSettings(data.settings ?? {}, [...path, "settings"]);
  if (mode.ok && statuses.ok && rules.ok && options.ok) {
    const settings: Settings = { mode: mode.value, statuses: statuses.value, options: { ...DEFAULT_SETTINGS.options, ...options.value } };
    const { shop, company, faults, shopifyFaults, clock } = data;
    return { ok: true, value: { settings, rules: rules.value, shop, company, faults, shopifyFaults, clock: clock ?? null } };
  }
  return { ok: false, problems: [mode, statuses, rules, options].flatMap(problemsIn) };
}

const problemsIn = (read: Read<unknown>): ScriptProblem[] => (read.ok ? [] : read.problems);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
