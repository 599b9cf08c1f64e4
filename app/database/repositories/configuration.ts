/** The shop's settings and published rules, read for every run and written by screens and play. Each change is a new version. */
import { randomUUID } from "node:crypto";
import type { Rule } from "#app/domain/rules/rule.ts";
import { parseRules } from "#app/domain/rules/parse-rules.ts";
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from "#app/domain/settings/settings.ts";
import type { Configuration, Instant } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";

/** Writers beside the port's readers; each returns the version it made. Values must have been parsed at the edge, and are parsed again here. */
export type EditableConfiguration = Configuration & {
  saveSettings(settings: Settings, at: Instant): Promise<number>;
  publishRules(rules: readonly Rule[], at: Instant): Promise<number>;
};

/** Version 0 stands for defaults: nothing was saved yet. */
export function createConfiguration({ prisma, shopId }: Pick<ShopScope, "prisma" | "shopId">): EditableConfiguration {
  return {
    async settings() {
      const [row] = await prisma.$queryRaw<{ mode: string; statuses: string[]; options: unknown; version: number }[]>`
        SELECT mode, statuses, options, version FROM settings WHERE shop_id = ${shopId}`;
      if (!row) return { value: DEFAULT_SETTINGS, version: 0 };
      return { value: settingsSchema.parse({ mode: row.mode, statuses: row.statuses, options: row.options }), version: row.version };
    },

    async rules() {
      const [row] = await prisma.$queryRaw<{ rules: unknown; version: number }[]>`
        SELECT rules, version FROM rule_sets WHERE shop_id = ${shopId} AND status = 'published' ORDER BY version DESC LIMIT 1`;
      return row ? { value: storedRules(row.rules, `version ${row.version}`), version: row.version } : { value: [], version: 0 };
    },

    async saveSettings(settings, at) {
      return saveSettings(prisma, shopId, settingsSchema.parse(settings), toDate(at));
    },

    async publishRules(rules, at) {
      return prisma.$transaction((transaction) => publishRules(transaction, shopId, rules, toDate(at)), TRANSACTION_LIMITS);
    },
  };
}

/** `what`: told where they cannot be read, which is a defect. */
export function storedRules(json: unknown, what: string): Rule[] {
  const parsed = parseRules(json);
  if (!parsed.ok) throw new DefectError(`stored rules, ${what}: ${parsed.failure.join("; ")}`);
  return parsed.value;
}

/** Inside the caller's transaction, if it has one. The settings must have been parsed. */
export async function saveSettings(database: Pick<Prisma.TransactionClient, "$queryRaw">, shopId: string, { mode, statuses, options }: Settings, at: Date): Promise<number> {
  const [row] = await database.$queryRaw<{ version: number }[]>`
    INSERT INTO settings (shop_id, version, mode, statuses, options, updated_at)
    VALUES (${shopId}, 1, ${mode}, ${statuses}::text[], ${jsonText(options)}::jsonb, ${at})
    ON CONFLICT (shop_id) DO UPDATE SET
      version = settings.version + 1, mode = EXCLUDED.mode, statuses = EXCLUDED.statuses, options = EXCLUDED.options, updated_at = EXCLUDED.updated_at
    RETURNING version`;
  if (!row) throw new DefectError("settings were not saved");
  return row.version;
}

/** Inside the caller's transaction. The shop's row is locked so that two publishers get two versions instead of one of them an error. */
export async function publishRules(transaction: Prisma.TransactionClient, shopId: string, rules: readonly Rule[], at: Date): Promise<number> {
  const json = jsonText(rules);
  const parsed = parseRules(JSON.parse(json));
  if (!parsed.ok) throw new DefectError(`rules that are not valid: ${parsed.failure.join("; ")}`);
  await transaction.$executeRaw`SELECT id FROM shops WHERE id = ${shopId} FOR NO KEY UPDATE`;
  const [row] = await transaction.$queryRaw<{ version: number }[]>`
    INSERT INTO rule_sets (id, shop_id, version, status, rules, created_at, published_at)
    SELECT ${randomUUID()}, ${shopId}, COALESCE(MAX(version), 0) + 1, 'published', ${json}::jsonb, ${at}, ${at} FROM rule_sets WHERE shop_id = ${shopId}
    RETURNING version`;
  if (!row) throw new DefectError("rules were not published");
  return row.version;
}
