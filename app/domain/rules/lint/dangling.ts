/** What a rule names and the company does not have, or has made inactive. What is not known finds nothing; that it was not checked is told beside (asked-names.ts). */
import type { ParameterKind } from "../actions/parameter.ts";
import { ACTION_BY_KEY } from "../actions/index.ts";
import type { AskedNames } from "./asked-names.ts";
import type { RuleAction } from "../rule.ts";

/** Names in QuickBooks, by kind; a kind left out is not known. */
export type KnownNames = Partial<Record<ParameterKind, readonly string[]>>;

/** Kinds of parameters that name something of the company. */
export const NAMED_KINDS = {
  account: "account", item: "item", class: "class", department: "location", term: "payment term", taxCode: "tax code", vendor: "vendor", customer: "customer", paymentMethod: "payment method", customField: "custom field",
} as const satisfies Partial<Record<ParameterKind, string>>;
export type NamedKind = keyof typeof NAMED_KINDS;
export const isNamedKind = (kind: ParameterKind): kind is NamedKind => kind in NAMED_KINDS;

/** One sentence per name that is gone. `asked`: what was looked for by its name, where no list is known. A customer that is not there is made. */
export function danglingNames({ action: key, ...params }: RuleAction, known: KnownNames, asked: AskedNames = {}): string[] {
  return (ACTION_BY_KEY.get(key)?.parameters ?? []).flatMap(({ name, kind }) => {
    const value = params[name];
    if (!isNamedKind(kind) || kind === "customer" || typeof value !== "string") return [];
    const names = known[kind];
    const isGone = names === undefined ? asked[kind]?.missing.some(isCalled(value)) === true : !names.some(isCalled(value));
    return isGone ? [`QuickBooks has no ${NAMED_KINDS[kind]} “${value.trim()}” in use.`] : [];
  });
}

export const foldedName = (text: string): string => text.trim().toLowerCase();
const isCalled = (name: string) => (other: string): boolean => foldedName(other) === foldedName(name);
