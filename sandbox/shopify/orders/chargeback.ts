/** A chargeback on an order: opened by the buyer's bank, then lost or won. Must never move money of the order itself: the bank takes it from the payment provider. */
import { formatMinor, parseMinor } from "../money/minor-units.ts";
import type { DisputeRecord, OrderRecord, TransactionRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { ShopifyActionError } from "./order-errors.ts";

/** `lost` and `won` decide the open one; without one they open it and decide it at once, as a bank may whose answer comes late. `inquiry`: asked first, no money moves. */
export type ChargebackInput = { amount: string; fee?: string | undefined; outcome: "open" | "lost" | "won"; inquiry?: boolean | undefined };

/** Answers the dispute. Throws ShopifyActionError where one is open already. */
export function chargeback(shop: ShopState, order: OrderRecord, { amount, fee = "0", outcome, inquiry = false }: ChargebackInput, at: string): DisputeRecord {
  if (!order.transactions.some(isMoney)) throw new ShopifyActionError(`order ${order.name}: nothing was paid that could be charged back`);
  const disputes = (order.disputes ??= []);
  const open = disputes.find(({ status }) => status === "NEEDS_RESPONSE");
  const escalated = open?.type === "INQUIRY" && !inquiry && outcome === "open";
  if (outcome === "open" && open && !escalated) throw new ShopifyActionError(`order ${order.name}: a chargeback is open already`);
  const dispute = open ?? opened();
  if (!open) disputes.push(dispute);
  if (escalated) Object.assign(dispute, { type: "CHARGEBACK", withdrawalId: takeId(shop), withdrawnAt: at });
  if (outcome !== "open") decide(dispute);
  return dispute;

  function opened(): DisputeRecord {
    const text = (given: string): string => formatMinor(parseMinor(given, order.currency), order.currency);
    const type = inquiry ? "INQUIRY" : "CHARGEBACK";
    return {
      id: takeId(shop), status: "NEEDS_RESPONSE", initiatedAs: type, type, amount: text(amount), fee: text(fee), initiatedAt: at, finalizedAt: null,
      withdrawalId: inquiry ? null : takeId(shop), withdrawnAt: inquiry ? null : at, reversalId: null,
    };
  }

  function decide(each: DisputeRecord): void {
    each.status = outcome === "lost" ? "LOST" : "WON";
    each.finalizedAt = at;
    if (outcome === "won" && each.withdrawalId !== null) each.reversalId = takeId(shop);
  }
}

/** Only money of Shopify's own payments is disputed there; of other providers' it tells no more than the order does. */
export const isOfShopifyPayments = ({ transactions }: Pick<OrderRecord, "transactions">): boolean =>
  transactions.some((transaction) => transaction.gateway === "shopify_payments" && isMoney(transaction));

const isMoney = ({ gateway, kind, status }: TransactionRecord): boolean => gateway !== "gift_card" && status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE");
