/** What a person should know of an order's chargebacks (story A33). Where the shop tells the figures they are booked; where it does not, the issue says what to enter by hand. */
import { legacyId } from "../documents/header.ts";
import { type DocumentRef, refKey } from "../documents/kind.ts";
import { depositName } from "../documents/plan-context.ts";
import { formatMoney, isPositive, type Money } from "../money/money.ts";
import { chargedGateway } from "../order/charged-gateway.ts";
import type { Chargeback, ChargebackMove, Order } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import type { Issue } from "./issue.ts";

export const expenseAccountMissing = (name: string): Issue => ({
  code: "account_missing",
  cause: `expense:${name}`,
  sentence: `A chargeback goes on the account "${name}", which does not exist in QuickBooks.`,
  remedy: `Create an expense account named "${name}" in QuickBooks or choose another account for chargebacks in Settings, Payments; the order continues by itself.`,
});

const amountText = ({ currency, minor }: Money): string => `${formatMoney({ currency, minor })} ${currency}`;
const moveText = ({ amount, fee }: ChargebackMove): string => (isPositive(fee) ? `${amountText(amount)} and a fee of ${amountText(fee)}` : amountText(amount));

const openAndBooked = (orderName: string, taken: ChargebackMove, accounts: string): Issue => ({
  code: "chargeback_open",
  cause: orderName,
  sentence: `The buyer's bank has charged ${amountText(taken.amount)} of order ${orderName} back, and it is not decided yet. ${moveText(taken)} left "${accounts}" and ${isPositive(taken.fee) ? "are" : "is"} booked as an expense.`,
  remedy: "Answer it in Shopify (the order's page). Won, Tieout reverses the expense when the money is back; lost, nothing is left to do.",
});

const openAndUntold = (orderName: string): Issue => ({
  code: "chargeback_open",
  cause: orderName,
  sentence: `The buyer's bank has charged the payment of order ${orderName} back, and it is not decided yet. Nothing of it is booked: the shop does not tell Tieout what was taken.`,
  remedy: "Answer it in Shopify (the order's page). Won, nothing is left to do; lost, this issue says what to enter. Where Shopify Payments shows the amount already, press Resync.",
});

const lostAndUntold = (orderName: string, { options }: Settings, account: string): Issue => ({
  code: "chargeback_lost",
  cause: orderName,
  sentence: `The chargeback on order ${orderName} is lost, and the shop does not tell Tieout what was taken: sale and payment stay in QuickBooks as they are.`,
  remedy: `Enter an expense in QuickBooks, paid from "${account}": the amount on "${options.chargebackAccount}", its fee on "${options.chargebackFeeAccount}", both as the payout shows them. Where Shopify Payments shows the amount already, press Resync instead.`,
});

const notReturned = (orderName: string, taken: ChargebackMove): Issue => ({
  code: "chargeback_not_returned",
  cause: orderName,
  sentence: `The chargeback on order ${orderName} is won, but Shopify Payments does not show yet that ${amountText(taken.amount)} came back, so its expense stays in QuickBooks.`,
  remedy: "Press Resync on the order once a payout shows the money; Tieout then reverses the expense with that day.",
});

/** `booked`: documents of the plan. */
export function chargebackNotices(order: Pick<Order, "name" | "chargebacks" | "gateways" | "transactions" | "bookAs">, booked: readonly DocumentRef[], settings: Settings): Issue[] {
  const account = depositName(settings, chargedGateway(order)?.gateway ?? order.gateways[0], order);
  const isBooked = new Set(booked.map(refKey));
  const noticeOf = ({ id, state, taken, returned }: Chargeback): Issue[] => {
    const told = taken && isBooked.has(refKey({ kind: "chargeback", part: legacyId(id) })) ? taken : null;
    switch (state) {
      case "open":
        return [told ? openAndBooked(order.name, told, account) : openAndUntold(order.name)];
      case "lost":
        return told ? [] : [lostAndUntold(order.name, settings, account)];
      case "won":
        return told && !returned ? [notReturned(order.name, told)] : [];
    }
  };
  return (order.chargebacks ?? []).flatMap(noticeOf);
}
