/** Names in rules that the company's own lists, as they are stored, do not settle: those that were asked for in QuickBooks, and those that nobody looked for. Pure. */
import { ACTION_BY_KEY } from "../actions/index.ts";
import type { Rule } from "../rule.ts";
import { foldedName, isNamedKind, type KnownNames, NAMED_KINDS, type NamedKind } from "./dangling.ts";

/** What was asked for by name, as it was written; a kind left out was not asked for. */
export type AskedNames = Partial<Record<NamedKind, { there: readonly string[]; missing: readonly string[] }>>;

/** Constants of rules that are on, each once, by kind. */
export function namesInRules(rules: readonly Rule[]): Map<NamedKind, string[]> {
  const found = new Map<NamedKind, Map<string, string>>();
  for (const { then } of rules.filter(({ enabled }) => enabled)) {
    for (const { action: key, ...params } of then) {
      for (const { name, kind } of ACTION_BY_KEY.get(key)?.parameters ?? []) {
        const value = params[name];
        if (!isNamedKind(kind) || typeof value !== "string" || value.trim() === "") continue;
        const ofKind = found.get(kind) ?? new Map<string, string>();
        found.set(kind, ofKind.set(foldedName(value), ofKind.get(foldedName(value)) ?? value.trim()));
      }
    }
  }
  return new Map([...found].map(([kind, names]) => [kind, [...names.values()]]));
}

/** What lint cannot say: one sentence for names that were not looked for, one for customers that are not there yet, which is no mistake: the first order makes them. */
export function namesNotChecked(rules: readonly Rule[], known: KnownNames, asked: AskedNames): string[] {
  const names = namesInRules(rules);
  const unchecked = [...names].flatMap(([kind, all]) => {
    const answered = new Set([...(asked[kind]?.there ?? []), ...(asked[kind]?.missing ?? [])].map(foldedName));
    const open = known[kind] === undefined ? all.filter((name) => !answered.has(foldedName(name))) : [];
    return open.length === 0 ? [] : [`${NAMED_KINDS[kind]} ${listed(open)}`];
  });
  const toBeMade = asked.customer?.missing ?? [];
  return [
    ...(unchecked.length === 0 ? [] : [`Not checked in QuickBooks: ${unchecked.join("; ")}.`]),
    ...(toBeMade.length === 0 ? [] : [`QuickBooks has no customer ${listed(toBeMade)} yet; the first order makes it.`]),
  ];
}

const SHOWN = 5;
const listed = (names: readonly string[]): string =>
  names.slice(0, SHOWN).map((name) => `“${name}”`).join(", ") + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "");
