/** What Shopify Payments tells: disputes, and what moved on its balance. Each needs a scope of its own; an id it does not know is an error. */
import { GraphQLError } from "graphql";
import { isOfShopifyPayments } from "../orders/chargeback.ts";
import { formatMinor, parseMinor } from "../money/minor-units.ts";
import type { DisputeRecord, OrderRecord, TransactionRecord } from "../state/order-record.ts";
import type { PageArguments } from "./connection.ts";
import { searchBy, byTime } from "./search-by.ts";
import { connectionField } from "./views/list-view.ts";
import { orderView } from "./views/order-view.ts";
import type { View, ViewContext } from "./views/view-context.ts";
import { gid } from "./views/view-context.ts";

const DISPUTES_SCOPE = "read_shopify_payments_disputes";
const PAYOUTS_SCOPE = "read_shopify_payments_payouts";

export function paymentsRoot(context: ViewContext, scopes: readonly string[], orders: () => readonly OrderRecord[]): View {
  const need = (scope: string, field: string): void => {
    if (!scopes.includes(scope)) throw new GraphQLError(`Access denied for ${field} field. Required access: \`${scope}\` access scope.`, { extensions: { code: "ACCESS_DENIED", requiredAccess: `\`${scope}\` access scope.` } });
  };
  return {
    dispute: ({ id }: { id: string }): View => {
      need(DISPUTES_SCOPE, "dispute");
      for (const order of orders()) {
        const found = (order.disputes ?? []).find((dispute) => gid("ShopifyPaymentsDispute", dispute.id) === id);
        if (found && isOfShopifyPayments(order)) return disputeView(found, order, context);
      }
      throw new GraphQLError(`Invalid id: ${id}`, { extensions: { code: "RESOURCE_NOT_FOUND" } });
    },
    shopifyPaymentsAccount: (): View => {
      need(PAYOUTS_SCOPE, "shopifyPaymentsAccount");
      return {
        id: gid("ShopifyPaymentsAccount", context.shop.id),
        balanceTransactions: ({ query, ...page }: PageArguments & { query?: string | null }) =>
          connectionField(searchBy(balance(orders()), query, { matchers: { processed_at: byTime(({ at }) => at) }, of: "balance transactions" }), balanceView)(page),
      };
    },
  };
}

function disputeView({ id, amount, initiatedAt, finalizedAt, status, type }: DisputeRecord, order: OrderRecord, context: ViewContext): View {
  return {
    __typename: "ShopifyPaymentsDispute",
    id: gid("ShopifyPaymentsDispute", id), legacyResourceId: id, amount: { amount, currencyCode: order.currency },
    evidenceDueBy: null, evidenceSentOn: null, finalizedOn: finalizedAt, initiatedAt, status, type, order: () => orderView(order, context),
  };
}

type Move = { id: string; at: string; type: string; sourceType: string; sourceId: string; sourceOrderTransactionId: string | null; order: OrderRecord; amount: bigint; fee: bigint };

/** Oldest first. Charges have no fee here: what a payment cost is not simulated. */
function balance(orders: readonly OrderRecord[]): Move[] {
  const ofPayments = (order: OrderRecord): Move[] => order.transactions.filter(isSettled).map((transaction): Move => {
    const { id, kind, processedAt: at } = transaction;
    const back = kind === "REFUND";
    const amount = parseMinor(transaction.amount.shop, order.currency);
    return { id: `1${id}`, at, type: back ? "REFUND" : "CHARGE", sourceType: back ? "REFUND" : "CHARGE", sourceId: id, sourceOrderTransactionId: id, order, amount: back ? -amount : amount, fee: 0n };
  });
  const ofDisputes = (order: OrderRecord): Move[] => (isOfShopifyPayments(order) ? (order.disputes ?? []).flatMap((dispute) => disputeMoves(dispute, order)) : []);
  return orders.flatMap((order) => [...ofPayments(order), ...ofDisputes(order)]).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const isSettled = ({ gateway, status, kind }: TransactionRecord): boolean => gateway === "shopify_payments" && status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE" || kind === "REFUND");

/** The fee goes with the amount, both ways. */
function disputeMoves({ id, amount: disputed, fee: charged, withdrawalId, withdrawnAt, reversalId, finalizedAt }: DisputeRecord, order: OrderRecord): Move[] {
  const [amount, fee] = [parseMinor(disputed, order.currency), parseMinor(charged, order.currency)];
  const common = { sourceType: "DISPUTE", sourceId: id, sourceOrderTransactionId: null, order };
  return [
    ...(withdrawalId !== null && withdrawnAt !== null ? [{ ...common, id: withdrawalId, at: withdrawnAt, type: "DISPUTE_WITHDRAWAL", amount: -amount, fee }] : []),
    ...(reversalId !== null && finalizedAt !== null ? [{ ...common, id: reversalId, at: finalizedAt, type: "DISPUTE_REVERSAL", amount, fee: -fee }] : []),
  ];
}

function balanceView({ id, at, type, sourceType, sourceId, sourceOrderTransactionId, order, amount, fee }: Move): View {
  const money = (minor: bigint): View => ({ amount: formatMinor(minor, order.currency), currencyCode: order.currency });
  return {
    id: gid("ShopifyPaymentsBalanceTransaction", id), type, sourceType, sourceId, sourceOrderTransactionId, transactionDate: at, test: order.test,
    amount: money(amount), fee: money(fee), net: money(amount - fee), associatedOrder: { id: gid("Order", order.id), name: order.name },
  };
}
