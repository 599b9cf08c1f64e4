import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { EnvironmentError, parseEnvironment } from "./environment.ts";
import { EXAMPLES } from "./seams.ts";

const exampleFile = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
const example = parseEnv(exampleFile);
const production: Record<string, string | undefined> = {
  ...example,
  TIEOUT_MODE: "production",
  ENCRYPTION_KEYS: `live:${Buffer.alloc(32, 7).toString("base64")}`,
  SHOPIFY_API_SECRET: "shpss_0123",
  SHOPIFY_APP_URL: "https://tieout.example.com",
  QUICKBOOKS_CLIENT_SECRET: "intuit-secret",
  QUICKBOOKS_WEBHOOK_TOKEN: "intuit-verifier",
};

const problemsOf = (variables: Record<string, string | undefined>): string[] => {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems.map(({ name, problem }) => `${name} ${problem}`);
    throw error;
  }
};

describe("the environment", () => {
  it("accepts .env.example as it is", () => {
    expect(parseEnvironment(example)).toMatchObject({
      mode: "sandbox",
      databaseUrl: undefined,
      port: 3000,
      shopify: { apiOrigin: undefined, appUrl: "http://localhost:3000" },
      quickbooks: { redirectUri: "http://localhost:3000/quickbooks/callback" },
    });
  });

  it("describes every seam in .env.example, and nothing else", () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(EXAMPLES).sort());
  });

  it("gives examples that are themselves right", () => {
    expect(problemsOf(EXAMPLES)).toEqual([]);
  });

  it("reports everything that is missing or malformed at once, each with an example, and no value", () => {
    const variables = { ...example, SHOPIFY_API_KEY: undefined, ENCRYPTION_KEYS: "k1:c2VjcmV0LXZhbHVl", PORT: "eighty", SHOPIFY_APP_URL: "localhost", DATABASE_URL: "mysql://x", TIEOUT_MODE: "demo" };
    expect(problemsOf(variables)).toEqual([
      "TIEOUT_MODE must be 'sandbox' or 'production'",
      "DATABASE_URL must be a postgres:// address",
      "PORT must be a port number",
      "ENCRYPTION_KEYS must be id:key pairs separated by commas, each key 32 bytes in base64",
      "SHOPIFY_API_KEY is missing",
      "SHOPIFY_APP_URL must be an http(s) origin",
    ]);
    expect(() => parseEnvironment(variables)).toThrow("DATABASE_URL must be a postgres:// address, for example DATABASE_URL=postgres://tieout");
    expect(() => parseEnvironment(variables)).not.toThrow("c2VjcmV0LXZhbHVl");
  });

  it("takes the defaults for a port and a level that are not set", () => {
    expect(parseEnvironment({ ...example, PORT: undefined, LOG_LEVEL: "" })).toMatchObject({ port: 3000, logLevel: "info" });
  });

  it("accepts a clean production environment", () => {
    expect(problemsOf(production)).toEqual([]);
  });

  it("refuses in production what belongs to a sandbox, beside whatever else is wrong", () => {
    const variables = { ...production, SHOPIFY_API_ORIGIN: "http://127.0.0.1:4010", SANDBOX_CLOCK_FILE: "x", QUICKBOOKS_CLIENT_SECRET: "sandbox-x", ENCRYPTION_KEYS: EXAMPLES.ENCRYPTION_KEYS, SHOPIFY_APP_URL: "http://x.example.com", SCOPES: "" };
    expect(problemsOf(variables)).toEqual([
      "SCOPES must not be empty",
      "SHOPIFY_API_ORIGIN must not be set when TIEOUT_MODE=production",
      "SANDBOX_CLOCK_FILE must not be set when TIEOUT_MODE=production",
      "QUICKBOOKS_CLIENT_SECRET is a sandbox secret and TIEOUT_MODE=production",
      "ENCRYPTION_KEYS holds the published example key and TIEOUT_MODE=production",
      "SHOPIFY_APP_URL must be https when TIEOUT_MODE=production",
    ]);
  });
});
