/** Everything that rules can set on an order's documents. A slot belongs to the first rule that sets it. */
import type { CustomFieldSlot, LineSlot, OrderSlot } from "../../order/book-as.ts";

export { type CustomFieldSlot, customFieldSlot, type LineSlot, type OrderSlot } from "../../order/book-as.ts";

/** What set a slot: the rule's title, and the value as text (`yes` for what is simply switched on). */
export type SetByRule = { rule: string; value: string };

/** What a setting set, by its name, where no rule did (decision/by-settings.ts). */
export type SetBySetting = { setting: string; value: string };

export type SetBy = SetByRule | SetBySetting;

export const ON = "yes";

/** Absent means nothing set it. Rules alone fill these; with what settings say beneath them they are `Slots<SetBy>`. */
export type Slots<By = SetByRule> = { [Slot in OrderSlot | CustomFieldSlot]?: By };
export type LineSlots<By = SetByRule> = { [Slot in LineSlot]?: By };

/** By Shopify's line item gid; a line of which nothing was said is left out. */
export type SlotsByLine<By = SetByRule> = Record<string, LineSlots<By>>;
