/** The shape of a saved world, so that a file of another version or another program is refused and not half understood. */
import { z } from "zod";
import { plannedFaultSchema } from "../api/planned-faults.ts";
import type { CompanyState } from "../company/state.ts";
import { DEFAULT_SWITCHES, switchesSchema } from "../company/switches.ts";
import { oauthSwitchesSchema } from "../oauth/token-store.ts";
import type { TokenState } from "../oauth/token-store.ts";
import type { Json, JsonObject } from "../wire/json.ts";
import { isObject } from "../wire/json.ts";

const text = z.string();
const texts = z.record(text, text);
const row = z.custom<JsonObject>(isObject);
/** Came out of JSON.parse, so it is JSON. */
const json = z.custom<Json>(() => true);

const posting = z.strictObject({ accountId: text, customerId: text.exactOptional(), minor: text, customerMinor: text.exactOptional() });

const request = z.strictObject({ at: text, method: text, path: text, query: texts, body: json, status: z.number(), response: json, durationMs: z.number() });

const auditEntry = z.strictObject({
  at: text,
  by: z.enum(["app", "bookkeeper", "setup"]),
  what: z.enum(["created", "changed", "voided", "deleted"]),
  fields: z.array(text),
  number: text.exactOptional(),
});

const company: z.ZodType<CompanyState> = z.strictObject({
  realmId: text,
  country: text,
  currency: text,
  roles: z.strictObject({ receivable: text, undeposited: text, discounts: text, shipping: text, salesTax: text }),
  // A file of before a switch existed has it as new companies have.
  switches: switchesSchema.partial().transform((saved) => ({ ...DEFAULT_SWITCHES, ...saved })),
  tables: z.record(text, z.record(text, row)),
  counters: z.record(text, z.number()),
  keys: z.record(text, z.array(text)),
  ledger: z.strictObject({ entries: z.record(text, z.array(posting)), accounts: texts, customers: texts }),
  tombstones: z.record(text, z.strictObject({ entity: text, id: text, at: text })),
  // Files of before queries could lag have none.
  recentWrites: z.record(text, z.strictObject({ at: text, entity: text, id: text, before: row.nullable() })).default({}),
  audit: z.record(text, z.array(auditEntry)),
  answered: z.record(text, z.strictObject({ at: text, status: z.number(), body: text })),
  requests: z.array(request),
  faults: z.array(z.strictObject({ fault: plannedFaultSchema, seen: z.number() })),
  lateCommits: z.array(z.strictObject({ at: text, method: text, path: text, query: text, body: text })),
});

const tokens: z.ZodType<TokenState> = z.strictObject({
  switches: oauthSwitchesSchema,
  codes: z.record(text, z.strictObject({ realmId: text, redirectUri: text, expires: text })),
  access: z.record(text, z.strictObject({ realmId: text, expires: text })),
  refresh: z.record(text, z.strictObject({ realmId: text, issued: text, expires: text, replacedAt: text.exactOptional() })),
});

export const savedWorldSchema = z.strictObject({ version: z.literal(1), tokens, companies: z.array(company) });
