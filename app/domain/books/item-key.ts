/** How an order's line asks the books for an item, and the items that stand for everything that is not a product. */
import type { OrderLine } from "../order/order.ts";
import type { AccountRole, ItemKey } from "./books.ts";

export type RoleItem = { name: string; account: AccountRole };

/** One non-inventory item per kind of charge, created when first needed. */
export const ROLE_ITEMS = {
  shipping: { name: "Shipping", account: "shipping" },
  tip: { name: "Tip", account: "tips" },
  gift_card: { name: "Gift card", account: "gift_cards" },
  duties: { name: "Duties", account: "duties_and_fees" },
  fees: { name: "Additional fees", account: "duties_and_fees" },
  cash_rounding: { name: "Cash rounding", account: "cash_rounding" },
  sales_tax: { name: "Sales tax (Shopify)", account: "sales_tax" },
  marketplace_tax: { name: "Marketplace tax", account: "marketplace_tax" },
  discount: { name: "Discount", account: "discounts" },
  refund_discrepancy: { name: "Refund discrepancy", account: "refund_discrepancy" },
  bundle_difference: { name: "Bundle price difference", account: "income" },
} as const satisfies Record<string, RoleItem>;

export type ItemRole = keyof typeof ROLE_ITEMS;

/** An item that a rule names, and one that a rule asks to post to an account. */
export const namedItemKey = (name: string): ItemKey => `named:${name.trim()}`;
export const accountItemKey = (account: string): ItemKey => `account:${account.trim()}`;

export const isItemKey = (text: string): text is ItemKey => /^(sku|title|role|named|account|id):/.test(text);

/** What a bundle holds is named by its id in the ledger; nothing of it is looked for by name. */
export const componentKey = (id: string): ItemKey => `id:${id}`;
export const idInKey = (key: ItemKey): string | null => (key.startsWith("id:") ? key.slice("id:".length) : null);

/** The name of the item that books on an account for a rule. */
export const accountItemName = (account: string): string => itemName("title:", `Sales on ${account.trim()}`);

export function productItemKey({ sku: own, title, bookAs = {} }: Pick<OrderLine, "sku" | "title" | "bookAs">): ItemKey {
  if (bookAs.item !== undefined) return namedItemKey(bookAs.item);
  if (bookAs.incomeAccount !== undefined) return accountItemKey(bookAs.incomeAccount);
  const sku = (bookAs.sku ?? own)?.trim();
  return sku ? `sku:${sku}` : `title:${title.trim()}`;
}

/** QuickBooks: item names have at most 100 characters and no colon, tab or newline (05 §1.2). */
export function itemName(key: ItemKey, title: string): string {
  const wanted = key.startsWith("sku:") ? key.slice(4) : title;
  return wanted.replace(/[:\t\r\n]+/g, " ").trim().slice(0, 100);
}
