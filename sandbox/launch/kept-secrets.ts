/** The secrets of a world that goes on: drawn at its first start, then read, because tokens in its database are encrypted with them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { drawSecrets, type SandboxSecrets } from "./app-environment.ts";

const secretsSchema = z.strictObject({
  shopifyApiKey: z.string(), shopifyApiSecret: z.string(), quickBooksClientId: z.string(), quickBooksClientSecret: z.string(), quickBooksWebhookToken: z.string(), encryptionKeys: z.string(),
});

export function keptSecrets(file: string): SandboxSecrets {
  if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const secrets = drawSecrets();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
