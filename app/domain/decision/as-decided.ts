/** The order with what rules and settings said of it, as documents are made from it. Changes no amount and nothing that rules ask for. */
import type { BookAs, BookLineAs } from "../order/book-as.ts";
import type { Order } from "../order/order.ts";
import type { SetBy, Slots, SlotsByLine } from "../rules/actions/slots.ts";

/** The order itself where nothing was set. */
export function asDecided(order: Order, { slots, lineSlots }: { slots: Slots<SetBy>; lineSlots: SlotsByLine<SetBy> }): Order {
  const hasLines = Object.keys(lineSlots).length > 0;
  if (!hasLines && Object.keys(slots).length === 0) return order;
  const lines = hasLines
    ? order.lines.map((line) => {
      const own = lineSlots[line.id];
      return own ? { ...line, bookAs: valuesOf<BookLineAs>(own) } : line;
    })
    : order.lines;
  return { ...order, lines, bookAs: valuesOf<BookAs>(slots) };
}

function valuesOf<Values extends BookAs | BookLineAs>(slots: Readonly<Record<string, SetBy | undefined>>): Values {
  const values: Record<string, string> = {};
  const bySetting: Record<string, string> = {};
  for (const [slot, set] of Object.entries(slots)) {
    if (!set) continue;
    values[slot] = set.value;
    if ("setting" in set) bySetting[slot] = set.setting;
  }
  return (Object.keys(bySetting).length > 0 ? { ...values, bySetting } : values) as Values;
}
