/** How an item is bought, as it is kept with the item's binding and read back. Whatever buys something asks the ledger anew; what is kept is for looking at drafts only. */
import type { ItemPurchase } from "#app/domain/books/books.ts";
import type { Binding } from "../ports/repositories.ts";

type Details = Binding["details"];

export const purchaseDetails = (purchase: ItemPurchase | undefined): Details =>
  purchase ? { purchaseCost: purchase.cost, preferredVendorId: purchase.vendorId, purchaseAccountId: purchase.account?.id ?? null, purchaseAccountName: purchase.account?.name ?? null } : {};

/** Undefined for what was bound before it was asked for. */
export function purchaseIn({ purchaseCost: cost, preferredVendorId: vendorId, purchaseAccountId: id, purchaseAccountName: name }: Details): ItemPurchase | undefined {
  if (cost === undefined) return undefined;
  return {
    cost: typeof cost === "string" ? cost : null, vendorId: typeof vendorId === "string" ? vendorId : null,
    account: typeof id === "string" ? { id, name: typeof name === "string" ? name : "" } : null,
  };
}
