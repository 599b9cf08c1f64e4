/**
 * What one order must have left in the books, worked out from nothing but what the shop recorded of it. Nothing here is the app's:
 * it looks at no document, only at what was sold, what came back, and what money moved. In a bookkeeper's words:
 *
 * 1. Income is booked when everything has shipped, not before (the rule "stop creating invoices unless fulfilled"). An order that never
 *    came to that point has sold nothing in the books; whatever was paid for it is the customer's credit on receivables.
 * 2. What is booked then, and is left in the end, is what was ordered less what was taken out or came back, whenever that was:
 *    goods and shipping at their full price as income, what was taken off them as Discounts Given, tax as Sales Tax Payable,
 *    tips as Tips Payable, import duties and additional fees as Duties and Fees Income, gift cards sold as Gift Card Liability.
 * 3. Money taken stands on Shopify Clearing, money given back leaves it; each payment and refund that succeeded, on whatever way.
 * 4. Where more was given back than the customer was owed (goodwill), the difference is Refund Discrepancy, at once. Where less was given
 *    back than what came back is worth, the rest was kept: it lowers Refund Discrepancy, once the order is booked at all.
 *    Nobody is owed more than what the shop still has of theirs: goodwill on an order that is not worth that much any more was part of giving back.
 * 5. A gift card that pays takes its amount off the liability, once the order is booked; it never touches the clearing account.
 *    Goodwill that went onto a gift card stands on the liability at once, as goodwill does.
 * 6. What a buyer's bank takes of Shopify Payments' money stands as an expense, Chargebacks, with its fee, Merchant Fees, at once; what comes back takes it off again.
 *    It is neither a sale nor the customer's money. Of other providers the shop does not know what they took.
 * 7. Receivables are what is left: what the customer still owes (debit), or is owed (credit).
 *
 * Amounts are cents, debit positive. Refuses what these rules do not cover: other currencies than the shop's.
 */
import type { LineRecord, OrderRecord, RefundRecord, TransactionRecord } from "#sandbox/shopify/state/order-record.ts";
import { cents, total } from "./cents.ts";
import { wasShippedWhole } from "./was-shipped-whole.ts";

export const ACCOUNTS = {
  income: "Sales of Product Income",
  shipping: "Shipping Income",
  discounts: "Discounts Given",
  tax: "Sales Tax Payable",
  tips: "Tips Payable",
  charges: "Duties and Fees Income",
  giftCards: "Gift Card Liability",
  rounding: "Cash Rounding",
  discrepancy: "Refund Discrepancy",
  chargebacks: "Chargebacks",
  fees: "Merchant Fees",
  money: "Shopify Clearing",
  receivable: "Accounts Receivable",
} as const;
export type AccountName = (typeof ACCOUNTS)[keyof typeof ACCOUNTS];
export type Entry = ReadonlyMap<AccountName, bigint>;

/** Signed balances by account, debit positive; they add up to zero, and accounts without a balance are left out. */
export function orderInBooks(order: OrderRecord): Entry {
  if (order.presentmentCurrency !== order.currency) throw new Error(`order ${order.name}: the oracle knows one currency only`);
  const entry = new Map<AccountName, bigint>();
  const post = (account: AccountName, minor: bigint): void => {
    if (minor !== 0n) entry.set(account, (entry.get(account) ?? 0n) + minor);
  };
  if (order.test) return entry;
  const booked = wasShippedWhole(order);
  if (booked) for (const [account, minor] of sold(order)) post(account, minor);

  const moved = order.transactions.filter(({ status }) => status === "SUCCESS");
  post(ACCOUNTS.money, total(moved.filter((transaction) => !isGiftCard(transaction)).map(signed)));
  post(ACCOUNTS.giftCards, booked ? total(moved.filter(isGiftCard).map(signed)) : -total(order.refunds.map((refund) => goodwillOnGiftCard(refund, moved))));
  if (booked) {
    post(ACCOUNTS.rounding, -total(order.transactions.filter(({ status }) => status === "SUCCESS").map(roundingOf)));
  }
  for (const difference of order.refunds.flatMap(({ adjustments }) => adjustments).map(({ amount, tax }) => cents(amount.shop) + cents(tax.shop))) {
    if (difference < 0n || booked) post(ACCOUNTS.discrepancy, -difference);
  }
  if (booked) {
    const claimed = total([...entry.values()]);
    const spent = claimed - moneyHeld(order);
    if (claimed > 0n && spent > 0n) post(ACCOUNTS.discrepancy, -(spent < claimed ? spent : claimed));
  }
  post(ACCOUNTS.receivable, -total([...entry.values()]));
  for (const [account, minor] of chargedBack(order)) post(account, minor);
  return new Map([...entry].filter(([, minor]) => minor !== 0n));
}

/** What the shop has of the customer's: more was paid, less what went back of it, than the order is worth now. Whether the order is booked does not matter. */
export function owedToCustomer(order: OrderRecord): bigint {
  const moved = total(order.transactions.filter(({ status }) => status === "SUCCESS").map((transaction) => signed(transaction) - roundingOf(transaction)));
  const adjusted = total(order.refunds.flatMap(({ adjustments }) => adjustments).map(({ amount, tax }) => cents(amount.shop) + cents(tax.shop)));
  const owed = moved - adjusted + total(sold(order).map(([, minor]) => minor));
  const most = moneyHeld(order);
  return owed <= 0n ? 0n : owed < most ? owed : most;
}

/** What the shop has of the customer's, gift cards included. */
function moneyHeld(order: OrderRecord): bigint {
  const held = total(order.transactions.filter(({ status }) => status === "SUCCESS").map(signed));
  return held > 0n ? held : 0n;
}

/** What disputes have taken and not given back. */
function chargedBack(order: OrderRecord): [AccountName, bigint][] {
  if (!order.transactions.some(({ gateway, status, kind }) => gateway === "shopify_payments" && status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE"))) return [];
  const gone = (order.disputes ?? []).filter(({ withdrawalId, reversalId }) => withdrawalId !== null && reversalId === null);
  return gone.flatMap(({ amount, fee }): [AccountName, bigint][] => [[ACCOUNTS.chargebacks, cents(amount)], [ACCOUNTS.fees, cents(fee)], [ACCOUNTS.money, -cents(amount) - cents(fee)]]);
}

/** What was ordered less what was taken out, account by account. */
function sold(order: OrderRecord): [AccountName, bigint][] {
  const lines = order.lines.flatMap((line) => soldOfLine(line, order));
  const tipBack = total(order.refunds.map(({ tip }) => (tip ? cents(tip.shop) : 0n)));
  const chargesBack = total(order.refunds.flatMap(({ charges = [] }) => charges).map(({ amount }) => cents(amount.shop)));
  return [...lines, ...soldShipping(order), [ACCOUNTS.tips, tipBack - cents(order.tip.shop)], [ACCOUNTS.charges, chargesBack - total(order.charges.map(({ price }) => cents(price.shop)))]];
}

function soldOfLine(line: LineRecord, order: OrderRecord): [AccountName, bigint][] {
  const price = cents(line.unitPrice.shop);
  const back = order.refunds.flatMap(({ lines }) => lines).filter(({ lineId }) => lineId === line.id);
  const tax = total(line.taxLines.map((each) => cents(each.price.shop))) - total(back.map((each) => cents(each.tax.shop)));
  const gross = price * BigInt(line.quantity - back.reduce((units, { quantity }) => units + quantity, 0));
  // Units come back for what was paid for them; what that is below their full price is discount that goes with them.
  const discount = total(line.allocations.map(({ amount }) => cents(amount.shop))) - total(back.map((each) => price * BigInt(each.quantity) - cents(each.subtotal.shop)));
  return [
    [line.giftCard ? ACCOUNTS.giftCards : ACCOUNTS.income, -withoutTax(gross, tax, order)],
    [ACCOUNTS.discounts, discount],
    [ACCOUNTS.tax, -tax],
  ];
}

function soldShipping(order: OrderRecord): [AccountName, bigint][] {
  return order.shippingLines.filter(({ removed }) => !removed).flatMap((line): [AccountName, bigint][] => {
    const back: RefundRecord["shippingLines"] = order.refunds.flatMap(({ shippingLines }) => shippingLines).filter(({ shippingLineId }) => shippingLineId === line.id);
    const tax = total(line.taxLines.map((each) => cents(each.price.shop))) - total(back.map((each) => cents(each.tax.shop)));
    const gross = cents(line.price.shop) - total(back.map(({ subtotal }) => cents(subtotal.shop)));
    return [
      [ACCOUNTS.shipping, -withoutTax(gross, tax, order)],
      [ACCOUNTS.discounts, total(line.allocations.map(({ amount }) => cents(amount.shop)))],
      [ACCOUNTS.tax, -tax],
    ];
  });
}

/** Where prices hold the tax, the tax is no income. */
const withoutTax = (gross: bigint, tax: bigint, { taxesIncluded }: OrderRecord): bigint => (taxesIncluded ? gross - tax : gross);

/** Taken positive, given back negative; authorisations are no money. */
function signed(transaction: TransactionRecord): bigint {
  const amount = cents(transaction.amount.shop) + roundingOf(transaction);
  if (transaction.kind === "SALE" || transaction.kind === "CAPTURE") return amount;
  return transaction.kind === "REFUND" ? -amount : 0n;
}

const isGiftCard = ({ gateway }: TransactionRecord): boolean => gateway === "gift_card";

/** What goes beyond what the customer was owed is the end of what went back: the payments are refunded in their order. */
function goodwillOnGiftCard(refund: RefundRecord, moved: readonly TransactionRecord[]): bigint {
  const lowest = (a: bigint, b: bigint): bigint => (a < b ? a : b);
  let left = -total(refund.adjustments.map(({ amount }) => cents(amount.shop)).filter((amount) => amount < 0n));
  return total(moved.filter(({ id }) => refund.transactionIds.includes(id)).toReversed().map((transaction) => {
    const share = lowest(left, -signed(transaction));
    left -= share;
    return isGiftCard(transaction) ? share : 0n;
  }));
}

const roundingOf = ({ rounding }: TransactionRecord): bigint => (rounding ? cents(rounding.shop) : 0n);
