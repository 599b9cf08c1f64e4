/** Which of an order's payment gateways nobody has chosen an account for yet. It never asks about money that is in the books already. */
import { bringsMoney, paymentPart } from "../documents/payment/plan.ts";
import type { DocumentRef } from "../documents/kind.ts";
import { type Order, type OrderTransaction, receivedTransactions, refundTransactions } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import { gatewayNotMapped } from "./catalogue.ts";
import type { Issue } from "./issue.ts";

export function newGatewayIssues(order: Order, { options }: Pick<Settings, "options">, existing: readonly DocumentRef[]): Issue[] {
  if (order.bookAs?.depositAccount !== undefined) return [];
  if (options.newGateways === "default" || existing.some(({ kind }) => kind === "sales_receipt")) return [];
  const booked = new Set(existing.filter(bringsMoney).map(({ part }) => part));
  const received = receivedTransactions(order);
  const known = new Set([...Object.keys(options.depositAccounts), "gift_card", ...received.filter((transaction) => booked.has(paymentPart(transaction))).map(({ gateway }) => gateway)]);
  const asked = new Map<string, OrderTransaction>([...received, ...refundTransactions(order)].filter(({ gateway }) => !known.has(gateway)).map((transaction) => [transaction.gateway, transaction]));
  return [...asked.values()].map(({ gateway, gatewayName }) => gatewayNotMapped(gateway, gatewayName, options.depositAccount));
}
