/** Which vendors the orders at hand may buy from: a metered read only where there is something to buy. It makes no vendor. */
import type { BookItem, ItemKey, Vendors } from "#app/domain/books/books.ts";
import { productItemKey } from "#app/domain/books/item-key.ts";
import { vendorsByName } from "#app/domain/books/vendors-by-name.ts";
import { isDropShipped } from "#app/domain/documents/purchase-order/buyable-lines.ts";
import type { Order, OrderLine } from "#app/domain/order/order.ts";
import { type Result, success } from "#app/domain/result.ts";
import { ON } from "#app/domain/rules/actions/slots.ts";
import { MODES, type Settings } from "#app/domain/settings/settings.ts";
import type { Fault } from "../ports/fault.ts";
import type { Ledger } from "../ports/ledger.ts";
import { heldItems } from "./read-bundles.ts";

/** `orders`: as rules have them. None where the mode makes no purchase orders. */
export const linesToBuy = (orders: readonly Order[], { mode }: Pick<Settings, "mode">): OrderLine[] =>
  MODES[mode].purchaseOrder ? orders.flatMap(({ lines }) => lines.filter(isDropShipped)) : [];

export async function readVendors({ ledger }: { ledger: Pick<Ledger, "findVendors"> }, lines: readonly OrderLine[], items: ReadonlyMap<ItemKey, BookItem>): Promise<Result<Vendors | undefined, Fault>> {
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const line of lines) {
    const ruled = line.bookAs?.vendor;
    const item = items.get(productItemKey(line));
    const preferred = item ? [item, ...heldItems(item)].flatMap(({ purchase }) => purchase?.vendorId ?? []) : [];
    const name = ruled === ON ? line.vendor : ruled;
    if (name) names.add(name.trim());
    if (ruled === ON) for (const id of preferred) ids.add(id);
  }
  if (names.size === 0 && ids.size === 0) return success(undefined);
  const found = await ledger.findVendors([...names], [...ids]);
  return found.ok ? success(vendorsByName(found.value)) : found;
}
