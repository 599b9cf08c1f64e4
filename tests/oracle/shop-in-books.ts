/** What the books of a shop must hold in the end: the entries of its orders together, and what each customer owes or is owed. */
import type { ShopState } from "#sandbox/shopify/state/shop-state.ts";
import { type AccountName, ACCOUNTS, orderInBooks } from "./order-in-books.ts";

export type ShopInBooks = {
  /** Signed, cents, debit positive; accounts without a balance are left out. */
  accounts: ReadonlyMap<AccountName, bigint>;
  /** By Shopify's customer id: what she owes (positive) or is owed. Orders without a customer stand under the order's id. */
  receivable: ReadonlyMap<string, bigint>;
};

export function shopInBooks({ orders }: Pick<ShopState, "orders">): ShopInBooks {
  const accounts = new Map<AccountName, bigint>();
  const receivable = new Map<string, bigint>();
  for (const order of orders) {
    const entry = orderInBooks(order);
    for (const [account, minor] of entry) accounts.set(account, (accounts.get(account) ?? 0n) + minor);
    const customer = order.customerId ?? order.id;
    receivable.set(customer, (receivable.get(customer) ?? 0n) + (entry.get(ACCOUNTS.receivable) ?? 0n));
  }
  return { accounts: new Map([...accounts].filter(([, minor]) => minor !== 0n)), receivable };
}
