/** Every value the app takes from its environment: how it must look, and an example for the person who has to set it. Reads nothing itself. */
import { z } from "zod";

const origin = z.url({ protocol: /^https?$/, error: "must be an http(s) origin" }).refine((value) => URL.parse(value)?.origin === value, { error: "must be an origin only: no path and no trailing slash" });
const name = z.string({ error: "is missing" }).min(1, { error: "must not be empty" });

/** An empty value counts as absent, as a person expects of `NAME=` in a file. */
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const optionalWith = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? undefined : value), schema);

const port = z.coerce.number({ error: "must be a port number" }).int({ error: "must be a port number" }).min(0, { error: "must be a port number" }).max(65535, { error: "must be a port number" });

/** AES-256 takes 32 bytes; the first key of the ring encrypts, all of them decrypt. */
const keyRing = name.refine((ring) => ring.split(",").every(isKey), { error: "must be id:key pairs separated by commas, each key 32 bytes in base64" });

/** Name, which time it is reached (`/` and an order's number: which time for that order), and what happens then (app/composition/armed-failpoint.ts). */
export const FAILPOINT = /^(?<name>[a-zA-Z]+\.[a-zA-Z]+:(?:before|after))@(?<time>[1-9]\d{0,5})(?:\/(?<order>\d+))?=(?<action>SIGKILL|SIGTERM|DATABASE)$/;

export const seamsSchema = z.object({
  TIEOUT_MODE: z.enum(["sandbox", "production"], { error: "must be 'sandbox' or 'production'" }),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" })),
  PORT: optionalWith(port.default(3000)),
  WORKER_PORT: optional(port),
  LOG_LEVEL: optionalWith(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], { error: "must be fatal, error, warn, info, debug, trace or silent" }).default("info")),
  ENCRYPTION_KEYS: keyRing,
  SHOPIFY_API_KEY: name,
  SHOPIFY_API_SECRET: name,
  SHOPIFY_APP_URL: origin,
  SCOPES: name.regex(/^[a-z_]+(,[a-z_]+)*$/, { error: "must be scope names separated by commas, without spaces" }),
  SHOPIFY_API_ORIGIN: optional(origin),
  APP_BRIDGE_URL: optional(z.url({ protocol: /^https?$/, error: "must be an http(s) address" })),
  QUICKBOOKS_CLIENT_ID: name,
  QUICKBOOKS_CLIENT_SECRET: name,
  QUICKBOOKS_ENVIRONMENT: z.enum(["sandbox", "production"], { error: "must be 'sandbox' or 'production'" }),
  QUICKBOOKS_WEBHOOK_TOKEN: name,
  QUICKBOOKS_API_ORIGIN: optional(origin),
  QUICKBOOKS_OAUTH_ORIGIN: optional(origin),
  SANDBOX_CLOCK_FILE: optional(z.string()),
  SANDBOX_ADMIN_ORIGIN: optional(origin),
  SANDBOX_FAILPOINT: optional(z.string().regex(FAILPOINT, { error: "must be a failpoint's name, @ and which time, = and SIGKILL, SIGTERM or DATABASE" })),
  SANDBOX_FAILPOINT_TRACE: optional(z.string()),
});

export type SeamName = keyof z.infer<typeof seamsSchema>;

/** What a right value looks like; shown beside every problem and kept equal to `.env.example` by a test. */
export const EXAMPLES = {
  TIEOUT_MODE: "sandbox",
  DATABASE_URL: "postgres://tieout:password@127.0.0.1:5432/tieout",
  PORT: "3000",
  WORKER_PORT: "3001",
  LOG_LEVEL: "info",
  ENCRYPTION_KEYS: "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
  SHOPIFY_API_KEY: "sandbox-api-key",
  SHOPIFY_API_SECRET: "sandbox-api-secret",
  SHOPIFY_APP_URL: "http://localhost:3000",
  SCOPES: "read_orders,read_customers,read_products,read_inventory,read_locations,read_payment_terms,read_merchant_managed_fulfillment_orders,read_shopify_payments_disputes,read_shopify_payments_accounts,read_shopify_payments_payouts",
  SHOPIFY_API_ORIGIN: "http://127.0.0.1:4010",
  APP_BRIDGE_URL: "http://127.0.0.1:4010/app-bridge.js",
  QUICKBOOKS_CLIENT_ID: "sandbox-client-id",
  QUICKBOOKS_CLIENT_SECRET: "sandbox-client-secret",
  QUICKBOOKS_ENVIRONMENT: "sandbox",
  QUICKBOOKS_WEBHOOK_TOKEN: "sandbox-webhook-token",
  QUICKBOOKS_API_ORIGIN: "http://127.0.0.1:4020",
  QUICKBOOKS_OAUTH_ORIGIN: "http://127.0.0.1:4020",
  SANDBOX_CLOCK_FILE: ".data/clock.json",
  SANDBOX_ADMIN_ORIGIN: "http://localhost:4010",
  SANDBOX_FAILPOINT: "ledger.write:after@1=SIGKILL",
  SANDBOX_FAILPOINT_TRACE: ".data/failpoints.jsonl",
} as const satisfies Record<SeamName, string>;

function isKey(pair: string): boolean {
  const [id, key, ...rest] = pair.split(":");
  return rest.length === 0 && id !== undefined && /^[A-Za-z0-9_-]+$/.test(id) && key !== undefined && Buffer.from(key, "base64").length === 32;
}
