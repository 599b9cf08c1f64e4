/** Finds orders by what people type for their names; must never take Shopify's fuzzy search for an answer. */
import { success } from "#app/domain/result.ts";
import type { FoundOrder, NamedOrders } from "#app/pipeline/ports/order-finder.ts";

export type NameFormat = { prefix: string; suffix: string };

/** What an order may be called that is asked for so: as typed, and with the shop's prefix and suffix around it. `#` never tells orders apart. */
function namesFor(asked: string, { prefix, suffix }: NameFormat): string[] {
  const typed = asked.trim().replace(/^#/, "");
  return [typed, `${prefix}${typed}${suffix}`.replace(/^#/, "")];
}

/** Quotes cannot be written within a quoted term for certain, so what holds them is not asked for. */
const searchable = (name: string): boolean => /^#?[^"\\]+$/.test(name.trim());

/** Undefined: nothing of it can be asked. */
export function searchForNames(asked: readonly string[], format: NameFormat): string | undefined {
  const names = new Set(asked.filter(searchable).flatMap((name) => namesFor(name, format)));
  const terms = [...names].flatMap((name) => (format.prefix.startsWith("#") ? [`name:"#${name}"`] : [`name:"${name}"`, `name:"#${name}"`]));
  return terms.length === 0 ? undefined : terms.join(" OR ");
}

/** A name as typed goes before the same with prefix and suffix: "1001" is the order 1001, where there is one, and else EN1001. */
export function matchNames(asked: readonly string[], orders: readonly FoundOrder[], format: NameFormat) {
  const named = new Map<string, FoundOrder[]>();
  for (const order of orders) {
    const name = order.name.replace(/^#/, "");
    named.set(name, [...(named.get(name) ?? []), order]);
  }
  const matches = asked.map((name) => ({ name, orders: namesFor(name, format).map((candidate) => named.get(candidate)).find((found) => found !== undefined) ?? [] }));
  const found = new Map(matches.flatMap(({ orders: matched }) => matched.map((order) => [order.orderId, order] as const)));
  return success<NamedOrders>({ found: [...found.values()], missing: matches.filter(({ orders: matched }) => matched.length === 0).map(({ name }) => name) });
}
