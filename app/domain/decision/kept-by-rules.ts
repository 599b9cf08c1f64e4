/**
 * What rules said of an order's lines and customer stays with the documents that are in the books: publishing other rules changes nothing that was posted
 * (decision 051). Lines that came into the order since, and documents that are new, go by the rules of now. It never reads a rule.
 */
import { z } from "zod";
import { legacyNumber } from "../order/legacy-number.ts";
import type { Order } from "../order/order.ts";
import type { ExistingDocument } from "../plan/course.ts";
import type { LineSlot, LineSlots, OrderSlot, SetBy, Slots, SlotsByLine } from "../rules/actions/slots.ts";
import { asDecided } from "./as-decided.ts";
import type { Decision } from "./decide.ts";

/** What shows in lines that are made of the whole order; everything else of an order is chosen at a document's creation anyway. */
const OF_LINES = ["taxCode", "shippingTaxCode", "discountTaxCode", "shippingItem", "discountItem", "discounts"] as const satisfies OrderSlot[];
/** Documents of one order are one customer's. */
const OF_ORDER = ["customer"] as const satisfies OrderSlot[];
/** Who delivers a line is no part of what was sold. */
const NOT_KEPT: ReadonlySet<string> = new Set<LineSlot>(["vendor"]);

const setBySchema = z.object({ rule: z.string(), value: z.string() });
const keptSchema = z.object({ order: z.record(z.string(), setBySchema), lines: z.record(z.string(), z.record(z.string(), setBySchema)) });
type Kept = { order: Record<string, SetBy>; lines: Record<string, LineSlots> };
type Ruled = Pick<Decision, "slots" | "lineSlots">;

const picked = (slots: Readonly<Record<string, SetBy | undefined>>, wanted: (slot: string) => boolean): Record<string, SetBy> =>
  Object.fromEntries(Object.entries(slots).flatMap(([slot, set]) => (set && wanted(slot) ? [[slot, { rule: set.rule, value: set.value }]] : [])));

/** As it is recorded with a document. Every line of the order is named: one that is not came later. */
export function ruledText({ slots, lineSlots }: Ruled, { lines }: Pick<Order, "lines">): string {
  // Most orders: no rule said anything.
  if (Object.keys(slots).length === 0 && Object.keys(lineSlots).length === 0) return `{"order":{},"lines":{${lines.map(({ id }) => `${JSON.stringify(legacyNumber(id))}:{}`).join(",")}}}`;
  const names: readonly string[] = [...OF_LINES, ...OF_ORDER];
  return JSON.stringify({
    order: picked(slots, (slot) => names.includes(slot)),
    lines: Object.fromEntries(lines.map(({ id }) => [legacyNumber(id), picked(lineSlots[id] ?? {}, (slot) => !NOT_KEPT.has(slot))])),
  } satisfies Kept);
}

/** Null for a document of an earlier release, which goes by the rules of now. */
function keptOf(document: Pick<ExistingDocument, "aspects"> | undefined): Kept | null {
  const text = document?.aspects?.ruled;
  return text === undefined ? null : keptSchema.parse(JSON.parse(text));
}

/** The decision as documents of the order in the books have it: its lines by the sale that holds them, its customer by whichever there is. */
export function keptByRules<Decided extends Ruled>(decision: Decided, order: Pick<Order, "lines">, existing: readonly ExistingDocument[]): Decided {
  const recorded = existing.filter(({ aspects }) => aspects?.ruled !== undefined);
  const anyone = keptOf(recorded[0]);
  const withCustomer = anyone === null ? decision : { ...decision, slots: replaced(decision.slots, OF_ORDER, anyone) };
  // What an edit added stands on an invoice of its own; of what both name the first one says.
  const sales = recorded.filter(({ kind }) => kind === "invoice" || kind === "sales_receipt").toSorted((a, b) => Number(a.part === "1") - Number(b.part === "1"));
  return sales.reduce((decided, sale) => asIn(decided, order, sale), withCustomer);
}

/** The decision with the lines of one document. */
export function asIn<Decided extends Ruled>(decision: Decided, { lines }: Pick<Order, "lines">, document: Pick<ExistingDocument, "aspects"> | undefined): Decided {
  const kept = keptOf(document);
  if (kept === null) return decision;
  const lineSlots: SlotsByLine = { ...decision.lineSlots };
  for (const { id } of lines) {
    const own = kept.lines[legacyNumber(id)];
    if (own === undefined) continue;
    const slots: LineSlots = { ...own, ...picked(decision.lineSlots[id] ?? {}, (slot) => NOT_KEPT.has(slot)) };
    if (Object.keys(slots).length > 0) lineSlots[id] = slots;
    else delete lineSlots[id];
  }
  return { ...decision, slots: replaced(decision.slots, OF_LINES, kept), lineSlots };
}

function replaced(slots: Slots, names: readonly OrderSlot[], { order }: Kept): Slots {
  const others: Slots = { ...slots };
  for (const name of names) {
    delete others[name];
    const kept = order[name];
    if (kept) others[name] = kept;
  }
  return others;
}

/** The order as each of its documents in the books has its lines: what their items have to be known for. */
export const salesAsKept = (order: Order, decision: Decision, existing: readonly ExistingDocument[]): Order[] =>
  [asDecided(order, decision), ...existing.filter(({ kind, aspects }) => kind === "sales_order" && aspects?.ruled !== undefined).map((document) => asDecided(order, asIn(decision, order, document)))];
