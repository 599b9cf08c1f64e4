/** Items. The ones we make are non-inventory: they book income and leave stock alone (03 "Matching"). */
import type { ItemType } from "#app/domain/books/books.ts";
import { unitCostOf } from "#app/domain/documents/purchase-order/purchase-amount.ts";
import { decimalText } from "#app/domain/money/decimal-text.ts";
import type { LedgerItem, NewItem } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { groupItemSchema, itemSchema, salesItemSchema } from "../wire-schemas.ts";
import { nameText, plainText } from "../wire-text.ts";
import { identifyingText, present, ref } from "./wire-body.ts";

export const wireItemName = (name: string): string => nameText(name, LENGTHS.itemName);

export const createItem = (item: NewItem): Record<string, unknown> =>
  present({
    Name: wireItemName(item.name),
    Sku: identifyingText(item.sku, LENGTHS.sku),
    Description: plainText(item.description ?? "", LENGTHS.description),
    Type: "NonInventory",
    IncomeAccountRef: ref(item.incomeAccountId),
    ExpenseAccountRef: item.expenseAccountId && ref(item.expenseAccountId),
    Taxable: item.taxable,
  });

/** QuickBooks' item types (05 §1.2). */
const ITEM_TYPES: ReadonlyMap<string, ItemType> = new Map([["Inventory", "inventory"], ["NonInventory", "non_inventory"], ["Service", "service"], ["Group", "bundle"]]);

/** More than QuickBooks keeps of a price or a quantity. */
const DECIMALS = 7;

/** As QuickBooks wrote it; what is finer than it keeps, or was computed there, is rounded. Null for what is no amount. */
const textOf = (value: number): string | null => (value > 0 ? decimalText(String(value)) ?? decimalText(value.toFixed(DECIMALS)) : null);

/** An item that can stand on a sales line. Refuses one without an income account. */
export function readItem(row: unknown): LedgerItem {
  const { Id, Name, Sku, Type, IncomeAccountRef, ExpenseAccountRef: expenses, PrefVendorRef, PurchaseCost = 0, UnitPrice = 0, SalesTaxIncluded = false } = salesItemSchema.parse(row);
  const price = textOf(UnitPrice);
  return {
    id: Id, name: Name, sku: Sku ?? null, incomeAccount: { id: IncomeAccountRef.value, name: IncomeAccountRef.name ?? "" }, type: ITEM_TYPES.get(Type ?? "") ?? "other",
    purchase: { cost: PurchaseCost > 0 ? unitCostOf(String(PurchaseCost)) : null, vendorId: PrefVendorRef?.value ?? null, account: expenses ? { id: expenses.value, name: expenses.name ?? "" } : null },
    ...(price !== null && { price: { amount: price, withTax: SalesTaxIncluded } }),
  };
}

/** A bundle with what it holds. */
function readBundle(row: unknown): LedgerItem {
  const { Id, Name, Sku, ItemGroupDetail } = groupItemSchema.parse(row);
  const members = ItemGroupDetail.ItemGroupLine.flatMap(({ ItemRef, Qty }) => {
    const quantity = textOf(Qty);
    return quantity === null ? [] : [{ id: ItemRef.value, name: ItemRef.name ?? ItemRef.value, quantity }];
  });
  return { id: Id, name: Name, sku: Sku ?? null, incomeAccount: { id: "", name: "" }, type: "bundle", members };
}

/** Null for what cannot be sold, such as categories, which book no income. */
export function readSalesItem(row: unknown): LedgerItem | null {
  const { Type, IncomeAccountRef } = itemSchema.parse(row);
  if (ITEM_TYPES.get(Type ?? "") === "bundle") return readBundle(row);
  return IncomeAccountRef ? readItem(row) : null;
}
