/** A change of the rules at the edge. */
import { z } from "zod";
import { RULE_LIMITS } from "#app/domain/rules/rule.ts";
import type { RuleChange } from "./view.ts";

const index = z.int().min(0).max(RULE_LIMITS.rules);

const changeSchema: z.ZodType<RuleChange> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("switch"), index, enabled: z.boolean() }),
  z.object({ kind: z.literal("move"), index, by: z.int().min(-RULE_LIMITS.rules).max(RULE_LIMITS.rules) }),
  z.object({ kind: z.literal("remove"), index }),
  z.object({ kind: z.literal("discard") }),
  z.object({ kind: z.literal("publish"), unsentToo: z.boolean(), accepted: z.boolean() }),
]);

export const rulesSubmissionSchema = z.object({ revision: z.int().min(0), change: changeSchema });
