/** What every document of an order shares: number, memo and marker. */
import type { CompanyFacts } from "../books/books.ts";
import { legacyNumber } from "../order/legacy-number.ts";
import type { Order } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import { type DocumentRef, refKey } from "./kind.ts";

export type ShopIdentity = { domain: string; timeZone: string };

/** QuickBooks: a document number has at most 21 characters (05 §1.1); of longer names the end is kept, which tells orders apart, and the prefix, which tells shops apart. */
export const NUMBER_LENGTH = 21;

/** The order's name without `#`, with the shop's prefix and what tells the order's own documents apart, such as `-R1`; null where the company numbers by itself. */
export function documentNumber({ name, bookAs = {} }: Pick<Order, "name" | "bookAs">, settings: Settings, company: CompanyFacts, suffix = ""): string | null {
  if (!company.customNumbers) return null;
  const { numberPrefix } = settings.options;
  const own = bookAs.documentNumber ?? name.replace(/^#/, "");
  const full = `${numberPrefix}${bookAs.numberPrefix ?? ""}${own}${bookAs.numberSuffix ?? ""}${suffix}`;
  // What rules make of a number is never cut: it could be another order's then. The plan refuses the document in words instead (long-numbers.ts).
  const isRuled = bookAs.documentNumber !== undefined || bookAs.numberPrefix !== undefined || bookAs.numberSuffix !== undefined;
  return full.length <= NUMBER_LENGTH || isRuled ? full : numberPrefix + own.slice(-(NUMBER_LENGTH - numberPrefix.length - suffix.length)) + suffix;
}

export const legacyId = legacyNumber;

/** Names shop, order, kind and part; the only thing that makes a document ours when it is looked up. */
export function documentMarker(shop: ShopIdentity, order: Pick<Order, "id">, ref: DocumentRef): string {
  return `[tieout ${shop.domain.replace(/\.myshopify\.com$/, "")}/${legacyId(order.id)}/${refKey(ref)}]`;
}

/** A rule's memo in place of ours; discount codes must not get lost in it either. */
function ruledMemo(memo: string, codes: readonly string[]): string {
  const missing = codes.filter((code) => !memo.toLowerCase().includes(code.toLowerCase()));
  return missing.length > 0 ? `${memo} · discount codes ${missing.join(", ")}` : memo;
}

/** For people: the order, where to find it, the buyer's own number for it, its discount codes, which must not get lost, and the currency that the buyer saw where it is not the shop's. */
export function documentMemo(shop: ShopIdentity, order: Pick<Order, "id" | "name" | "poNumber" | "discountCodes" | "currency" | "presentmentCurrency" | "bookAs">): string {
  if (order.bookAs?.memo !== undefined) return ruledMemo(order.bookAs.memo, order.discountCodes);
  const ordered = order.bookAs?.poNumber ?? order.poNumber;
  const codes = order.discountCodes.length > 0 ? ` · discount codes ${order.discountCodes.join(", ")}` : "";
  const paidIn = order.presentmentCurrency === order.currency ? "" : ` · the buyer paid in ${order.presentmentCurrency}`;
  const poNumber = ordered ? ` · PO number ${ordered}` : "";
  return `Shopify order ${order.name} · https://${shop.domain}/admin/orders/${legacyId(order.id)}${poNumber}${codes}${paidIn}`;
}
