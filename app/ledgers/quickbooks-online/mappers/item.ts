/** Items. The ones we make are non-inventory: they book income and leave stock alone (03 "Matching"). */
import type { ItemType } from "#app/domain/books/books.ts";
import { unitCostOf } from "#app/domain/documents/purchase-order/purchase-amount.ts";
import type { LedgerItem, NewItem } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { itemSchema, salesItemSchema } from "../wire-schemas.ts";
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

/** An item that can stand on a sales line. Refuses one without an income account. */
export function readItem(row: unknown): LedgerItem {
  const { Id, Name, Sku, Type, IncomeAccountRef, ExpenseAccountRef: expenses, PrefVendorRef, PurchaseCost = 0 } = salesItemSchema.parse(row);
  return {
    id: Id, name: Name, sku: Sku ?? null, incomeAccount: { id: IncomeAccountRef.value, name: IncomeAccountRef.name ?? "" }, type: ITEM_TYPES.get(Type ?? "") ?? "other",
    purchase: { cost: PurchaseCost > 0 ? unitCostOf(String(PurchaseCost)) : null, vendorId: PrefVendorRef?.value ?? null, account: expenses ? { id: expenses.value, name: expenses.name ?? "" } : null },
  };
}

/** Null for what books no income, such as categories and bundles. */
export function readSalesItem(row: unknown): LedgerItem | null {
  return itemSchema.parse(row).IncomeAccountRef ? readItem(row) : null;
}
