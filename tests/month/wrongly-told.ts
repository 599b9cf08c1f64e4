/** What the app says of each order beside its documents, against what the shop's own figures make right. Knows only the mode with sales orders, invoices and payments, and invoices once everything has shipped. */
import type { ShopState } from "#sandbox/shopify/state/shop-state.ts";
import { ACCOUNTS, orderInBooks, owedToCustomer } from "../oracle/order-in-books.ts";
import { wasShippedWhole } from "../oracle/was-shipped-whole.ts";

export type Recorded = { orderGid: string; state: string; reason: string | null; issues: readonly string[] };

/** The only issues a right month may end with: the shop still has money of the customer, or kept some of an order that it never sold, or somebody has to answer a bank or to book what another provider took. */
const IS_OWED = "customer_is_owed";
const IS_KEPT = "kept_not_booked";

/** The app tells of money that is the customer's where an order is booked, cancelled or empty, of what is kept of one that is over and not booked, and of nothing else: each order is in the books. */
export function wronglyToldOf(shop: Pick<ShopState, "orders">, recorded: readonly Recorded[]): { name: string; sentence: string }[] {
  return shop.orders.flatMap((order) => {
    const told = recorded.find(({ orderGid }) => orderGid.endsWith(`/${order.id}`));
    if (!told) return [{ name: order.name, sentence: "the app has not recorded it" }];
    const isOver = order.cancelledAt !== null || wasShippedWhole(order) || order.lines.every(({ currentQuantity }) => currentQuantity === 0);
    const owed = owedToCustomer(order);
    const isUnsold = !wasShippedWhole(order) && (order.cancelledAt !== null || (order.fulfillments.length === 0 && order.lines.every(({ currentQuantity }) => currentQuantity === 0)));
    const credit = -(orderInBooks(order).get(ACCOUNTS.receivable) ?? 0n);
    // A test order stays out of the books, whatever was paid for it.
    const expected = order.test ? [] : [...ofDisputes(order), ...(owed > 0n && isOver ? [IS_OWED] : []), ...(isUnsold && credit > owed ? [IS_KEPT] : [])];
    if (told.issues.join() === expected.join()) return [];
    return [{ name: order.name, sentence: `issues are [${told.issues.join(", ")}], must be [${expected.join(", ")}]; ${told.state}, ${told.reason ?? "no reason"}` }];
  });
}

/** In the order of their names. */
function ofDisputes({ disputes = [], transactions }: ShopState["orders"][number]): string[] {
  const isTold = transactions.some(({ gateway, status, kind }) => gateway === "shopify_payments" && status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE"));
  return [...(disputes.some(({ status }) => status === "LOST") && !isTold ? ["chargeback_lost"] : []), ...(disputes.some(({ status }) => status === "NEEDS_RESPONSE") ? ["chargeback_open"] : [])];
}
