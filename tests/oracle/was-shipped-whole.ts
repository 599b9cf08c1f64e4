/**
 * Whether there was ever a moment at which something of an order had shipped and nothing was left to ship, while it was not cancelled.
 * Looks at each shipment and at each change that took units out or put them in, in order of time.
 */
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";

/** By line: units the order holds, and units that have left. */
type Units = { ordered: Map<string, number>; shipped: Map<string, number> };
type Event = { at: string; apply: (units: Units) => void };

export function wasShippedWhole(order: OrderRecord): boolean {
  const added = order.edits.flatMap(({ at, additions }) => additions.map(({ lineId, delta }) => ({ at, lineId, delta })));
  const units: Units = {
    ordered: new Map(order.lines.map(({ id, quantity }) => [id, added.filter(({ lineId }) => lineId === id).reduce((left, { delta }) => left - delta, quantity)])),
    shipped: new Map(),
  };
  const events: Event[] = [
    ...added.map(({ at, lineId, delta }): Event => ({ at, apply: ({ ordered }) => count(ordered, lineId, delta) })),
    ...order.refunds.map(({ createdAt, lines }): Event => ({ at: createdAt, apply: ({ ordered }) => lines.forEach(({ lineId, quantity }) => count(ordered, lineId, -quantity)) })),
    ...order.fulfillments.filter(({ status }) => status === "SUCCESS").map(({ createdAt, lines }): Event => ({ at: createdAt, apply: ({ shipped }) => lines.forEach(({ lineId, quantity }) => count(shipped, lineId, quantity)) })),
  ];
  const moments = [...new Set(events.map(({ at }) => at))].sort();
  return moments.some((moment) => {
    for (const { apply } of events.filter(({ at }) => at === moment)) apply(units);
    return (order.cancelledAt === null || moment < order.cancelledAt) && isWhole(units);
  });
}

function count(units: Map<string, number>, line: string, by: number): void {
  units.set(line, (units.get(line) ?? 0) + by);
}

function isWhole({ ordered, shipped }: Units): boolean {
  const left = [...ordered].some(([line, units]) => units > (shipped.get(line) ?? 0));
  return !left && [...shipped.values()].some((units) => units > 0);
}
