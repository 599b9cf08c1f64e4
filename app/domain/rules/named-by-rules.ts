/** What a shop's rules call by name, whatever order they are asked about: what the books have to be read for. Knows constants only; what is copied from an order comes from asking. */
import type { ItemKey } from "../books/books.ts";
import { accountItemKey, namedItemKey } from "../books/item-key.ts";
import type { Effect } from "./actions/action.ts";
import type { CompiledRules } from "./compile-rules.ts";

export type NamedByRules = { items: ReadonlyMap<ItemKey, string>; paymentMethods: boolean };

const known = new WeakMap<CompiledRules, NamedByRules>();

export function namedByRules(rules: CompiledRules): NamedByRules {
  const before = known.get(rules);
  if (before) return before;
  const effects = rules.filter(({ enabled }) => enabled).flatMap((rule) => rule.effects);
  const found = { items: new Map(effects.flatMap(itemOf)), paymentMethods: effects.some((effect) => "sets" in effect && effect.sets === "paymentMethod") };
  known.set(rules, found);
  return found;
}

function itemOf(effect: Effect): [ItemKey, string][] {
  if ("sets" in effect && (effect.sets === "shippingItem" || effect.sets === "discountItem")) return named(effect.result(() => null), namedItemKey);
  if (!("setsOnLines" in effect) || effect.constant === null) return [];
  if (effect.setsOnLines === "item") return named(effect.constant, namedItemKey);
  return effect.setsOnLines === "incomeAccount" ? named(effect.constant, accountItemKey) : [];
}

const named = (name: string | null, key: (name: string) => ItemKey): [ItemKey, string][] => (name === null ? [] : [[key(name), name]]);
