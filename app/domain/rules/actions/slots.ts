/** Everything that rules can set on an order's documents. A slot belongs to the first rule that sets it. */
import type { CustomFieldSlot, LineSlot, OrderSlot } from "../../order/book-as.ts";

export { type CustomFieldSlot, customFieldSlot, type LineSlot, type OrderSlot } from "../../order/book-as.ts";

/** What set a slot: the rule's title, and the value as text (`yes` for what is simply switched on). */
export type SetBy = { rule: string; value: string };

export const ON = "yes";

/** Absent means no rule set it. */
export type Slots = { [Slot in OrderSlot | CustomFieldSlot]?: SetBy };
export type LineSlots = { [Slot in LineSlot]?: SetBy };

/** By Shopify's line item gid; a line of which no rule said anything is left out. */
export type SlotsByLine = Record<string, LineSlots>;
