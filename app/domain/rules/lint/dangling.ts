/** What a rule names and the company does not have any more. A list that is not known finds nothing. */
import type { ParameterKind } from "../actions/parameter.ts";
import { ACTION_BY_KEY } from "../actions/index.ts";
import type { RuleAction } from "../rule.ts";

/** Names in QuickBooks, by kind; a kind left out is not known. */
export type KnownNames = Partial<Record<ParameterKind, readonly string[]>>;

const WORDS: Partial<Record<ParameterKind, string>> = {
  account: "account", item: "item", class: "class", department: "location", term: "payment term", taxCode: "tax code", vendor: "vendor", customer: "customer", paymentMethod: "payment method", customField: "custom field",
};

/** One sentence per name that is gone. */
export function danglingNames({ action: key, ...params }: RuleAction, known: KnownNames): string[] {
  return (ACTION_BY_KEY.get(key)?.parameters ?? []).flatMap(({ name, kind }) => {
    const value = params[name];
    const names = known[kind];
    if (names === undefined || typeof value !== "string" || names.some((each) => fold(each) === fold(value))) return [];
    return [`QuickBooks has no ${WORDS[kind] ?? kind} “${value.trim()}” any more.`];
  });
}

const fold = (text: string): string => text.trim().toLowerCase();
