/** What every document of an order shares: number, memo and marker. */
import type { CompanyFacts } from "../books/books.ts";
import type { Order } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import { type DocumentRef, refKey } from "./kind.ts";

export type ShopIdentity = { domain: string; timeZone: string };

/** QuickBooks: a document number has at most 21 characters (05 §1.1); of longer names the end is kept, which tells orders apart, and the prefix, which tells shops apart. */
const NUMBER_LENGTH = 21;

/** The order's name without `#`, with the shop's prefix and what tells the order's own documents apart, such as `-R1`; null where the company numbers by itself. */
export function documentNumber(order: Pick<Order, "name">, settings: Settings, company: CompanyFacts, suffix = ""): string | null {
  if (!company.customNumbers) return null;
  const { numberPrefix } = settings.options;
  return numberPrefix + order.name.replace(/^#/, "").slice(-(NUMBER_LENGTH - numberPrefix.length - suffix.length)) + suffix;
}

export const legacyId = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);

/** Names shop, order, kind and part; the only thing that makes a document ours when it is looked up. */
export function documentMarker(shop: ShopIdentity, order: Pick<Order, "id">, ref: DocumentRef): string {
  return `[tieout ${shop.domain.replace(/\.myshopify\.com$/, "")}/${legacyId(order.id)}/${refKey(ref)}]`;
}

/** For people: the order, where to find it, the buyer's own number for it, its discount codes, which must not get lost, and the currency that the buyer saw where it is not the shop's. */
export function documentMemo(shop: ShopIdentity, order: Pick<Order, "id" | "name" | "poNumber" | "discountCodes" | "currency" | "presentmentCurrency">): string {
  const codes = order.discountCodes.length > 0 ? ` · discount codes ${order.discountCodes.join(", ")}` : "";
  const paidIn = order.presentmentCurrency === order.currency ? "" : ` · the buyer paid in ${order.presentmentCurrency}`;
  const poNumber = order.poNumber ? ` · PO number ${order.poNumber}` : "";
  return `Shopify order ${order.name} · https://${shop.domain}/admin/orders/${legacyId(order.id)}${poNumber}${codes}${paidIn}`;
}
