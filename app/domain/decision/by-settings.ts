/**
 * What settings say of an order where no rule says anything: defaults beneath the rules (decision 060). They fill the same slots, so that everything
 * that makes documents knows one way only. Must never take a slot from a rule.
 */
import type { ItemKey } from "../books/books.ts";
import { cleanName } from "../books/customer.ts";
import { namedItemKey, productItemKey } from "../books/item-key.ts";
import { isForPoNumber, isForSalesRep } from "../books/named-in-books.ts";
import type { Order, OrderLine } from "../order/order.ts";
import type { CompiledResult } from "../rules/actions/result.ts";
import { type CustomFieldSlot, customFieldSlot, type LineSlots, type OrderSlot, type SetBy, type Slots, type SlotsByLine } from "../rules/actions/slots.ts";
import { textOf } from "../rules/apply-effects.ts";
import { readingOf } from "../rules/reading.ts";
import { customFieldResult } from "../settings/custom-field-text.ts";
import type { SettingOptions } from "../settings/settings.ts";

export type Said = { slots: Slots<SetBy>; lineSlots: SlotsByLine<SetBy> };

export type SettingsQuestion = {
  order: Order;
  options: SettingOptions;
  timeZone: string;
  /** Whether the books have an item for this; left out, they are taken to have it. */
  knowsItem?: ((key: ItemKey) => boolean) | undefined;
};

/** `ruled`: what rules set; it comes out as it is where settings have nothing to add. */
export function bySettings(question: SettingsQuestion, ruled: { slots: Slots; lineSlots: SlotsByLine }): Said {
  return { slots: ofOrder(question, ruled.slots), lineSlots: ofLines(question, ruled.lineSlots) };
}

function ofOrder({ order, options, timeZone }: SettingsQuestion, ruled: Slots): Slots<SetBy> {
  const slots: Slots<SetBy> = {};
  const set = (slot: OrderSlot | CustomFieldSlot, setting: keyof SettingOptions, value: string | null): void => {
    if (value !== null && value.trim() !== "" && ruled[slot] === undefined) slots[slot] = { setting, value: value.trim() };
  };
  set("class", "class", options.class);
  set("department", "location", options.location);
  if (order.paymentTerms === null) set("terms", "terms", options.terms);
  set("customerMessage", "customerMessage", options.customerMessage);
  if (ruled.customer === undefined) {
    if (options.customers === "one") set("customer", "oneCustomer", options.oneCustomer);
    if (options.customers === "company") set("customer", "customers", companyOf(order));
    if (options.customers === "email") set("customerBy", "customers", emailOf(order) === null ? null : "email");
  }
  const fields = customFieldsOf(options).filter(({ name }) => !(ruled.salesRep && isForSalesRep(name)) && !(ruled.poNumber && isForPoNumber(name)));
  if (fields.length > 0) {
    // Of an item in the books a field of the order says nothing.
    const read = textOf(readingOf(order, { timeZone, itemType: () => null }), null);
    for (const { slot, result } of fields) set(slot, "customFields", result(read));
  }
  return Object.keys(slots).length === 0 ? ruled : { ...slots, ...ruled };
}

const emailOf = ({ email, customer }: Order): string | null => email ?? customer?.email ?? null;

/** The company that bought, else that of the billing address; null where a person did. */
function companyOf({ customer, billingAddress }: Order): string | null {
  return [customer?.company, billingAddress?.company].map((name) => cleanName(name ?? "")).find((name) => name !== "") ?? null;
}

type CustomField = { name: string; slot: CustomFieldSlot; result: CompiledResult };
const compiled = new WeakMap<SettingOptions["customFields"], CustomField[]>();

function customFieldsOf({ customFields }: SettingOptions): CustomField[] {
  const known = compiled.get(customFields) ?? Object.entries(customFields).map(([name, text]): CustomField => ({ name: name.trim(), slot: customFieldSlot(name), result: customFieldResult(text) }));
  compiled.set(customFields, known);
  return known;
}

function ofLines({ order, options, knowsItem = () => true }: SettingsQuestion, ruled: SlotsByLine): SlotsByLine<SetBy> {
  const mapped = mappedItems(options);
  const fallback = fallbackOf(options);
  if (mapped.size === 0 && fallback === null) return ruled;
  const lineSlots: SlotsByLine<SetBy> = { ...ruled };
  for (const line of order.lines) {
    const own = ruled[line.id] ?? {};
    if (line.giftCard || own.item || own.incomeAccount) continue;
    const item = itemOf(line, own);
    if (item) lineSlots[line.id] = { ...own, item };
  }
  return lineSlots;

  function itemOf({ sku, title }: OrderLine, own: LineSlots): SetBy | null {
    const soldAs = { sku: own.sku?.value ?? sku, title };
    const name = mapped.get(folded(soldAs.sku ?? ""));
    if (name !== undefined) return { setting: "items", value: name };
    return fallback === null || knowsItem(productItemKey(soldAs)) ? null : { setting: "fallbackItem", value: fallback };
  }
}

/** QuickBooks compares SKUs and names without regard to case. */
const folded = (sku: string): string => sku.trim().toLowerCase();

const read = new WeakMap<SettingOptions["items"], ReadonlyMap<string, string>>();

/** By SKU, the item that the merchant chose. */
function mappedItems({ items }: Pick<SettingOptions, "items">): ReadonlyMap<string, string> {
  const known = read.get(items) ?? new Map(Object.entries(items).map(([sku, name]) => [folded(sku), name.trim()] as const).filter(([sku, name]) => sku !== "" && name !== ""));
  read.set(items, known);
  return known;
}

/** The item for products that the books do not know; null where they wait, or have one made. */
export const fallbackOf = ({ unknownItems, fallbackItem }: Pick<SettingOptions, "unknownItems" | "fallbackItem">): string | null =>
  unknownItems === "fallback" && fallbackItem.trim() !== "" ? fallbackItem.trim() : null;

/** How a product asks the books for its item before any rule is asked: by the merchant's mapping, else by itself. */
export function unruledItemKey(line: Pick<OrderLine, "sku" | "title">, options: Pick<SettingOptions, "items">): ItemKey {
  const mapped = mappedItems(options).get(folded(line.sku ?? ""));
  return mapped === undefined ? productItemKey({ sku: line.sku, title: line.title }) : namedItemKey(mapped);
}
