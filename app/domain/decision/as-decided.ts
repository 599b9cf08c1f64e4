/** The order with what rules said of it, as documents are made from it. Changes no amount and nothing that rules ask for. */
import type { BookAs, BookLineAs } from "../order/book-as.ts";
import type { Order } from "../order/order.ts";
import type { LineSlots, SetBy, Slots, SlotsByLine } from "../rules/actions/slots.ts";

const values = (slots: Readonly<Record<string, SetBy | undefined>>): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [slot, set] of Object.entries(slots)) if (set) found[slot] = set.value;
  return found;
};

const ofOrder = (slots: Slots): BookAs => values(slots);
const ofLine = (slots: LineSlots): BookLineAs => values(slots);

/** The order itself where no rule set anything. */
export function asDecided(order: Order, { slots, lineSlots }: { slots: Slots; lineSlots: SlotsByLine }): Order {
  const hasLines = Object.keys(lineSlots).length > 0;
  if (!hasLines && Object.keys(slots).length === 0) return order;
  const lines = hasLines
    ? order.lines.map((line) => {
      const own = lineSlots[line.id];
      return own ? { ...line, bookAs: ofLine(own) } : line;
    })
    : order.lines;
  return { ...order, lines, bookAs: ofOrder(slots) };
}
