/** What a rule's actions set, so that two rules can be held against each other. Takes rules that `parseRules` accepted. */
import { ACTION_BY_KEY } from "../actions/index.ts";
import type { Rule } from "../rule.ts";

/** `slot`: what is decided; `result`: the action with all it says, as text; `isCertain`: what is copied or made by a template may come out blank, and then a later rule decides. */
export type RuleEffect = { slot: string; label: string; result: string; isCertain: boolean };

export const TREATMENT = "treatment";

export function effectsOf({ then }: Pick<Rule, "then">): RuleEffect[] {
  return then.flatMap((action) => {
    const { action: key, ...params } = action;
    const known = ACTION_BY_KEY.get(key);
    if (!known) return [];
    const effect = known.effect(params);
    const slot = "settles" in effect ? TREATMENT : "sets" in effect ? effect.sets : `line ${effect.setsOnLines}`;
    return [{ slot, label: known.label, result: "settles" in effect ? effect.settles : textOf(params), isCertain: key !== MAY_NOT_FIT && Object.values(params).every((value) => typeof value !== "object") }];
  });
}

/** A SKU that does not fit stays as it is. */
const MAY_NOT_FIT = "rewrite_sku";

/** `value: true` may be written or left out. */
const textOf = (params: Record<string, unknown>): string => JSON.stringify(Object.entries(params).filter(([name, value]) => name !== "value" || value !== true).sort());
