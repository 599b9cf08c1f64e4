/** Turns environment variables into the app's configuration, or into the whole list of what is wrong with them. Must never echo a value: it may be a secret. */
import type { z } from "zod";
import { EXAMPLES, seamsSchema } from "./seams.ts";
import type { SeamName } from "./seams.ts";

export type Mode = "sandbox" | "production";

export type Environment = {
  mode: Mode;
  /** Undefined: the app starts its own embedded PostgreSQL. */
  databaseUrl: string | undefined;
  port: number;
  /** Where a worker answers /healthz, /readyz and /metrics; undefined: nowhere. */
  workerPort: number | undefined;
  logLevel: string;
  /** As the secret box takes it: `id:base64key,…`. */
  encryptionKeys: string;
  shopify: {
    apiKey: string;
    apiSecret: string;
    appUrl: string;
    scopes: string[];
    /** Set: every Admin call of every shop goes there, the shop's domain in `X-Shopify-Shop-Domain`. */
    apiOrigin: string | undefined;
    appBridgeUrl: string | undefined;
  };
  quickbooks: {
    clientId: string;
    clientSecret: string;
    environment: "sandbox" | "production";
    webhookToken: string;
    redirectUri: string;
    apiOrigin: string | undefined;
    oauthOrigin: string | undefined;
  };
  sandbox: {
    clockFile: string | undefined;
    /** Where the simulated admin embeds the app; undefined: the simulator's own origin. */
    adminOrigin: string | undefined;
    /** The point at which the process is to be struck down, as `name@n=ACTION`; undefined: none. */
    failpoint: string | undefined;
    /** Where every failpoint that is reached is written down; undefined: nowhere. */
    failpointTrace: string | undefined;
  };
};

export type EnvironmentProblem = { name: string; problem: string; example: string };

/** The start stops with this; its message names every variable that is wrong, what is wrong, and an example. */
export class EnvironmentError extends Error {
  readonly problems: readonly EnvironmentProblem[];

  constructor(problems: readonly EnvironmentProblem[]) {
    const lines = problems.map(({ name, problem, example }) => `  ${name} ${problem}, for example ${name}=${example}`);
    super(`The environment is not complete (see .env.example):\n${lines.join("\n")}`);
    this.name = "EnvironmentError";
    this.problems = problems;
  }
}

/** Parses `process.env` or any such record. Throws EnvironmentError with all problems at once. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = seamsSchema.safeParse(variables);
  const problems = [...(parsed.success ? [] : malformed(parsed.error)), ...unfitForProduction(variables)];
  if (!parsed.success || problems.length > 0) throw new EnvironmentError(problems);
  return arrange(parsed.data);
}

function malformed(error: z.ZodError): EnvironmentProblem[] {
  const first = new Map<string, EnvironmentProblem>();
  for (const issue of error.issues) {
    const name = String(issue.path[0]);
    if (!first.has(name)) first.set(name, { name, problem: issue.message, example: isSeam(name) ? EXAMPLES[name] : "" });
  }
  return [...first.values()];
}

const SECRETS: readonly SeamName[] = ["SHOPIFY_API_SECRET", "QUICKBOOKS_CLIENT_SECRET", "QUICKBOOKS_WEBHOOK_TOKEN"];
const SANDBOX_ONLY: readonly SeamName[] = ["SHOPIFY_API_ORIGIN", "QUICKBOOKS_API_ORIGIN", "QUICKBOOKS_OAUTH_ORIGIN", "SANDBOX_CLOCK_FILE", "SANDBOX_ADMIN_ORIGIN", "SANDBOX_FAILPOINT", "SANDBOX_FAILPOINT_TRACE"];

/** Nothing of a sandbox may reach real books: no simulator's address, no secret that the sandbox hands out, no published key, no plain http. */
function unfitForProduction(variables: Readonly<Record<string, string | undefined>>): EnvironmentProblem[] {
  if (variables["TIEOUT_MODE"] !== "production") return [];
  const set = (name: SeamName): string => variables[name] ?? "";
  return [
    ...SANDBOX_ONLY.filter((name) => set(name) !== "").map((name) => ({ name, problem: "must not be set when TIEOUT_MODE=production", example: "" })),
    ...SECRETS.filter((name) => set(name).startsWith("sandbox-")).map((name) => ({ name, problem: "is a sandbox secret and TIEOUT_MODE=production", example: "the value from the vendor's developer page" })),
    ...(set("ENCRYPTION_KEYS").includes(EXAMPLES.ENCRYPTION_KEYS.slice("k1:".length))
      ? [{ name: "ENCRYPTION_KEYS", problem: "holds the published example key and TIEOUT_MODE=production", example: 'k1:$(openssl rand -base64 32)' }]
      : []),
    ...(set("SHOPIFY_APP_URL").startsWith("http://") ? [{ name: "SHOPIFY_APP_URL", problem: "must be https when TIEOUT_MODE=production", example: "https://tieout.example.com" }] : []),
  ];
}

function arrange(seams: z.infer<typeof seamsSchema>): Environment {
  return {
    mode: seams.TIEOUT_MODE,
    databaseUrl: seams.DATABASE_URL,
    port: seams.PORT,
    workerPort: seams.WORKER_PORT,
    logLevel: seams.LOG_LEVEL,
    encryptionKeys: seams.ENCRYPTION_KEYS,
    shopify: {
      apiKey: seams.SHOPIFY_API_KEY,
      apiSecret: seams.SHOPIFY_API_SECRET,
      appUrl: seams.SHOPIFY_APP_URL,
      scopes: seams.SCOPES.split(","),
      apiOrigin: seams.SHOPIFY_API_ORIGIN,
      appBridgeUrl: seams.APP_BRIDGE_URL,
    },
    quickbooks: {
      clientId: seams.QUICKBOOKS_CLIENT_ID,
      clientSecret: seams.QUICKBOOKS_CLIENT_SECRET,
      environment: seams.QUICKBOOKS_ENVIRONMENT,
      webhookToken: seams.QUICKBOOKS_WEBHOOK_TOKEN,
      redirectUri: `${seams.SHOPIFY_APP_URL}/quickbooks/callback`,
      apiOrigin: seams.QUICKBOOKS_API_ORIGIN,
      oauthOrigin: seams.QUICKBOOKS_OAUTH_ORIGIN,
    },
    sandbox: {
      clockFile: seams.SANDBOX_CLOCK_FILE,
      adminOrigin: seams.SANDBOX_ADMIN_ORIGIN ?? seams.SHOPIFY_API_ORIGIN,
      failpoint: seams.SANDBOX_FAILPOINT,
      failpointTrace: seams.SANDBOX_FAILPOINT_TRACE,
    },
  };
}

function isSeam(name: string): name is SeamName {
  return name in EXAMPLES;
}
