/** A shop's draft of its rules and their published versions. Publishing marks orders at most; it never touches what was posted. */
import { Temporal } from "temporal-polyfill";
import type { Rule } from "#app/domain/rules/rule.ts";
import { parseRules } from "#app/domain/rules/parse-rules.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { RuleDesk, RuleVersion } from "#app/pipeline/ports/rule-desk.ts";
import { lookAgainAtUnsent } from "../desk/change-configuration.ts";
import type { DeskScope } from "../desk/desk-scope.ts";
import type { Prisma } from "../generated/client.ts";
import { createConfiguration, publishRules, storedRules } from "../repositories/configuration.ts";
import { DefectError } from "../repositories/defect-error.ts";
import { toDate } from "../repositories/instants.ts";
import { jsonText } from "../repositories/json-text.ts";
import { TRANSACTION_LIMITS } from "../repositories/scope.ts";
import { readHits } from "./read-hits.ts";

const VERSIONS_SHOWN = 100;

type DraftRow = { rules: unknown; based_on: number; revision: number; saved_at: Date };

/** Without waking anybody: who publishes through a desk wakes the worker. */
export function createRuleDesk(scope: DeskScope, now: () => Instant): Omit<RuleDesk, "backTest" | "askNames"> {
  const { prisma, shopId } = scope;
  return {
    async draft() {
      const [row] = await prisma.$queryRaw<DraftRow[]>`SELECT rules, based_on, revision, saved_at FROM rule_drafts WHERE shop_id = ${shopId}`;
      if (row) return { rules: storedRules(row.rules, "the draft"), basedOn: row.based_on, revision: row.revision, savedAt: instantOf(row.saved_at) };
      const { value, version } = await createConfiguration(scope).rules();
      return { rules: value, basedOn: version, revision: 0, savedAt: null };
    },

    async saveDraft(rules, expected, by) {
      const json = parsedJson(rules);
      const at = toDate(now());
      const [row] = expected === 0
        ? await prisma.$queryRaw<{ revision: number }[]>`
            INSERT INTO rule_drafts (shop_id, rules, based_on, revision, saved_by, saved_at)
            SELECT ${shopId}, ${json}::jsonb, COALESCE(MAX(version), 0), 1, ${by}, ${at} FROM rule_sets WHERE shop_id = ${shopId} AND status = 'published'
            ON CONFLICT (shop_id) DO NOTHING RETURNING revision`
        : await prisma.$queryRaw<{ revision: number }[]>`
            UPDATE rule_drafts SET rules = ${json}::jsonb, revision = revision + 1, saved_by = ${by}, saved_at = ${at}
            WHERE shop_id = ${shopId} AND revision = ${expected} RETURNING revision`;
      return row?.revision ?? null;
    },

    async discardDraft(expected) {
      return (await prisma.$executeRaw`DELETE FROM rule_drafts WHERE shop_id = ${shopId} AND revision = ${expected}`) === 1;
    },

    async publishDraft(expected, { unsentToo, by }) {
      return prisma.$transaction(async (transaction) => {
        const [taken] = await transaction.$queryRaw<{ rules: unknown }[]>`DELETE FROM rule_drafts WHERE shop_id = ${shopId} AND revision = ${expected} RETURNING rules`;
        if (!taken) return null;
        const version = await publishRules(transaction, shopId, storedRules(taken.rules, "the draft"), toDate(now()));
        await noteChoice(transaction, shopId, version, unsentToo, by);
        if (unsentToo) await lookAgainAtUnsent(transaction, shopId, toDate(now()));
        return version;
      }, TRANSACTION_LIMITS);
    },

    async versions() {
      const rows = await prisma.$queryRaw<{ version: number; published_at: Date | null; published_by: string | null; unsent_too: boolean | null; count: number }[]>`
        SELECT version, published_at, published_by, unsent_too, jsonb_array_length(rules)::int AS count FROM rule_sets
        WHERE shop_id = ${shopId} AND status = 'published' ORDER BY version DESC LIMIT ${VERSIONS_SHOWN}`;
      return rows.map((row): RuleVersion => ({
        version: row.version, publishedAt: row.published_at && instantOf(row.published_at), publishedBy: row.published_by, unsentToo: row.unsent_too, ruleCount: row.count,
      }));
    },

    async version(version) {
      const [row] = await prisma.$queryRaw<{ rules: unknown }[]>`SELECT rules FROM rule_sets WHERE shop_id = ${shopId} AND status = 'published' AND version = ${version}`;
      return row ? storedRules(row.rules, `version ${version}`) : null;
    },

    hits: () => readHits(scope, now()),
  };
}

const noteChoice = (transaction: Prisma.TransactionClient, shopId: string, version: number, unsentToo: boolean, by: string | null): Promise<number> =>
  transaction.$executeRaw`UPDATE rule_sets SET published_by = ${by}, unsent_too = ${unsentToo} WHERE shop_id = ${shopId} AND version = ${version}`;

const instantOf = (date: Date): Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** As it will be stored: a draft that could not be read again must not be kept. */
function parsedJson(rules: readonly Rule[]): string {
  const json = jsonText(rules);
  const parsed = parseRules(JSON.parse(json));
  if (!parsed.ok) throw new DefectError(`rules that are not valid: ${parsed.failure.join("; ")}`);
  return json;
}
