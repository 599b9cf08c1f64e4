/**
 * What rules said of an order's lines and customer, and settings where no rule did, stays with the documents that are in the books: publishing other rules or
 * saving other settings changes nothing that was posted (decisions 051 and 060). Lines that came into the order since, and documents that are new, go by
 * those of now. It never reads a rule or a setting.
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
const OF_ORDER = ["customer", "customerBy"] as const satisfies OrderSlot[];
/** Stand on the sale's form and, as far as no line has its own, on its lines: what follows the sale, or takes it back, names the same. */
const OF_FORMS = ["class", "department"] as const satisfies OrderSlot[];
/** Who delivers a line is no part of what was sold. */
const NOT_KEPT: ReadonlySet<string> = new Set<LineSlot>(["vendor"]);

const setBySchema = z.union([z.object({ rule: z.string(), value: z.string() }), z.object({ setting: z.string(), value: z.string() })]);
const slotsSchema = z.record(z.string(), setBySchema);
/** `forms` is left out by records of releases that had no settings beneath the rules. */
const keptSchema = z.object({ order: slotsSchema, forms: slotsSchema.optional(), lines: z.record(z.string(), slotsSchema), released: z.string().optional() });
type Kept = { order: Record<string, SetBy>; forms?: Record<string, SetBy> | undefined; lines: Record<string, LineSlots<SetBy>>; released?: string | undefined };
type Ruled = Pick<Decision, "slots" | "lineSlots" | "released">;

const picked = (slots: Readonly<Record<string, SetBy | undefined>>, wanted: (slot: string, set: SetBy) => boolean): Record<string, SetBy> =>
  Object.fromEntries(Object.entries(slots).flatMap(([slot, set]) => (set && wanted(slot, set) ? [[slot, "rule" in set ? { rule: set.rule, value: set.value } : { setting: set.setting, value: set.value }]] : [])));

/** As it is recorded with a document. Every line of the order is named: one that is not came later. */
export function ruledText({ slots, lineSlots, released }: Ruled, { lines }: Pick<Order, "lines">): string {
  // Most orders: nothing was said.
  if (Object.keys(slots).length === 0 && Object.keys(lineSlots).length === 0 && released === undefined) return `{"order":{},"forms":{},"lines":{${lines.map(({ id }) => `${JSON.stringify(legacyNumber(id))}:{}`).join(",")}}}`;
  const names: readonly string[] = [...OF_LINES, ...OF_ORDER];
  return JSON.stringify({
    order: picked(slots, (slot) => names.includes(slot)),
    forms: picked(slots, (slot) => (OF_FORMS as readonly string[]).includes(slot)),
    lines: Object.fromEntries(lines.map(({ id }) => [legacyNumber(id), picked(lineSlots[id] ?? {}, (slot) => !NOT_KEPT.has(slot))])),
    ...(released !== undefined && { released }),
  } satisfies Kept);
}

/** Null for a document of an earlier release, which goes by the rules of now and by no setting. */
function keptOf(document: Pick<ExistingDocument, "aspects"> | undefined): Kept | null {
  const text = document?.aspects?.ruled;
  return text === undefined ? null : keptSchema.parse(JSON.parse(text));
}

/** The decision as documents of the order in the books have it: its lines by the sale that holds them, its customer by whichever there is. */
export function keptByRules<Decided extends Ruled>(decision: Decided, order: Pick<Order, "lines">, existing: readonly ExistingDocument[]): Decided {
  const recorded = existing.filter(isRecorded);
  const anyone = keptOf(recorded[0]);
  const withCustomer = anyone !== null ? { ...decision, slots: replaced(decision.slots, OF_ORDER, anyone.order) } : existing.length > 0 ? withoutSettings(decision, OF_ORDER) : decision;
  // What an edit added stands on an invoice of its own; of what both name the first one says.
  const sales = recorded.filter(isSale).toSorted((a, b) => Number(a.part === "1") - Number(b.part === "1"));
  if (sales.length === 0 && existing.some(isSale)) return linesWithoutSettings(withCustomer);
  return sales.reduce((decided, sale) => asIn(decided, order, sale), withCustomer);
}

/** The decision with the hold that a person let the order pass: just now, or when documents of it were made. Whoever lets pass what changes in the books does so once (decision 050). */
export function withRelease(decision: Decision, existing: readonly ExistingDocument[], releasedNow: boolean): Decision {
  if (decision.passed?.kind !== "hold") return decision;
  const { name } = decision.passed.because;
  const isReleased = existing.length === 0 ? releasedNow : existing.some((document) => keptOf(document)?.released === name);
  return isReleased ? { ...decision, released: name } : decision;
}

const isRecorded = ({ aspects }: ExistingDocument): boolean => aspects?.ruled !== undefined;
const isSale = ({ kind }: ExistingDocument): boolean => kind === "invoice" || kind === "sales_receipt";

/** The decision with the lines of one document. */
export function asIn<Decided extends Ruled>(decision: Decided, { lines }: Pick<Order, "lines">, document: Pick<ExistingDocument, "aspects"> | undefined): Decided {
  const kept = keptOf(document);
  if (kept === null) return linesWithoutSettings(decision);
  const lineSlots: SlotsByLine<SetBy> = { ...decision.lineSlots };
  for (const { id } of lines) {
    const own = kept.lines[legacyNumber(id)];
    if (own === undefined) continue;
    const slots: LineSlots<SetBy> = { ...own, ...picked(decision.lineSlots[id] ?? {}, (slot) => NOT_KEPT.has(slot)) };
    if (Object.keys(slots).length > 0) lineSlots[id] = slots;
    else delete lineSlots[id];
  }
  const slots = replaced(decision.slots, OF_LINES, kept.order);
  return { ...decision, lineSlots, slots: kept.forms ? replaced(slots, OF_FORMS, kept.forms) : withoutSettings({ slots }, OF_FORMS).slots };
}

function replaced(slots: Slots<SetBy>, names: readonly OrderSlot[], kept: Readonly<Record<string, SetBy | undefined>>): Slots<SetBy> {
  const others: Slots<SetBy> = { ...slots };
  for (const name of names) {
    delete others[name];
    const own = kept[name];
    if (own) others[name] = own;
  }
  return others;
}

/** Of a document of an earlier release nobody says what rules set, but no setting did. */
function withoutSettings<Decided extends Pick<Ruled, "slots">>(decision: Decided, names: readonly OrderSlot[]): Decided {
  const set = names.filter((name) => isBySetting(decision.slots[name]));
  return set.length === 0 ? decision : { ...decision, slots: replaced(decision.slots, set, {}) };
}

function linesWithoutSettings<Decided extends Ruled>(decision: Decided): Decided {
  const lineSlots = Object.fromEntries(Object.entries(decision.lineSlots).flatMap(([id, slots]) => {
    const byRules = picked(slots, (_slot, set) => !isBySetting(set));
    return Object.keys(byRules).length > 0 ? [[id, byRules]] : [];
  }));
  return { ...withoutSettings(decision, OF_FORMS), lineSlots };
}

const isBySetting = (set: SetBy | undefined): boolean => set !== undefined && "setting" in set;

/** The order as each of its documents in the books has its lines: what their items have to be known for. */
export const salesAsKept = (order: Order, decision: Decision, existing: readonly ExistingDocument[]): Order[] =>
  [asDecided(order, decision), ...existing.filter(({ kind, aspects }) => kind === "sales_order" && aspects?.ruled !== undefined).map((document) => asDecided(order, asIn(decision, order, document)))];
