/** The environment of the app's processes in the sandbox: exactly the documented seams (`.env.example`), with secrets drawn anew for each world. */
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";

export type SandboxSecrets = {
  shopifyApiKey: string;
  shopifyApiSecret: string;
  quickBooksClientId: string;
  quickBooksClientSecret: string;
  quickBooksWebhookToken: string;
  encryptionKeys: string;
};

/** Every secret of a sandbox starts with `sandbox-`, which production mode refuses. */
export function drawSecrets(): SandboxSecrets {
  return {
    shopifyApiKey: `sandbox-${randomBytes(16).toString("hex")}`,
    shopifyApiSecret: `sandbox-${randomBytes(32).toString("hex")}`,
    quickBooksClientId: `sandbox-${randomBytes(16).toString("hex")}`,
    quickBooksClientSecret: `sandbox-${randomBytes(32).toString("hex")}`,
    quickBooksWebhookToken: `sandbox-${randomBytes(16).toString("hex")}`,
    encryptionKeys: `sandbox-1:${randomBytes(32).toString("base64")}`,
  };
}

export type Addresses = { appUrl: string; port: number; databaseUrl: string; shopifyOrigin: string; quickBooksOrigin: string; clockFile: string };

const SCOPES = "read_orders,read_customers,read_products,read_fulfillments";

export type AppEnvironment = Record<string, string> & { NODE_ENV: "production" };

/** Nothing of this process's own environment but what programs need to run. */
export function appEnvironment(secrets: SandboxSecrets, addresses: Addresses): AppEnvironment {
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "",
    TMPDIR: process.env["TMPDIR"] ?? "/tmp",
    // Compiling takes half of a start: what one process compiled the next one finds.
    NODE_COMPILE_CACHE: resolve(".cache", "compiled"),
    NODE_ENV: "production",
    TIEOUT_MODE: "sandbox",
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "info",
    PORT: String(addresses.port),
    DATABASE_URL: addresses.databaseUrl,
    SANDBOX_CLOCK_FILE: addresses.clockFile,
    SHOPIFY_API_KEY: secrets.shopifyApiKey,
    SHOPIFY_API_SECRET: secrets.shopifyApiSecret,
    SHOPIFY_APP_URL: addresses.appUrl,
    SHOPIFY_API_ORIGIN: addresses.shopifyOrigin,
    APP_BRIDGE_URL: `${addresses.shopifyOrigin}/app-bridge.js`,
    SCOPES,
    QUICKBOOKS_CLIENT_ID: secrets.quickBooksClientId,
    QUICKBOOKS_CLIENT_SECRET: secrets.quickBooksClientSecret,
    QUICKBOOKS_ENVIRONMENT: "sandbox",
    QUICKBOOKS_API_ORIGIN: addresses.quickBooksOrigin,
    QUICKBOOKS_OAUTH_ORIGIN: addresses.quickBooksOrigin,
    QUICKBOOKS_WEBHOOK_TOKEN: secrets.quickBooksWebhookToken,
    ENCRYPTION_KEYS: secrets.encryptionKeys,
  };
}
