/** Payments of an order: one per successful sale or capture, unapplied until there is an invoice to apply them to; and payments of 0, by which a credit memo pays. */
import type { Issue } from "../../issues/issue.ts";
import { isPositive, sum, zero } from "../../money/money.ts";
import { MARKED } from "../../order/marked-as-paid.ts";
import { type OrderTransaction, receivedTransactions } from "../../order/order.ts";
import { chosenDay } from "../chosen-day.ts";
import type { Application, CreditMemoDocument, PaymentDocument } from "../document.ts";
import { legacyId } from "../header.ts";
import type { DocumentRef } from "../kind.ts";
import { methodOf } from "../payment-method.ts";
import { depositOf, heldOn, type PlanContext } from "../plan-context.ts";
import { paymentLegs } from "./legs.ts";

/** QuickBooks: `PaymentRefNum` has at most 21 characters (05 §1.2); Shopify's transaction ids have up to 19 digits. */
const REFERENCE_LENGTH = 21;

export const paymentPart = (transaction: Pick<OrderTransaction, "id">): string => legacyId(transaction.id);

const SPENDING = "credit-";
/** False for a payment of 0 that spends a credit memo. */
export const bringsMoney = ({ kind, part }: DocumentRef): boolean => kind === "payment" && !part.startsWith(SPENDING);

/** The memo that such a payment spends. */
export const spentMemo = ({ part }: DocumentRef): DocumentRef => ({ kind: "credit_memo", part: part.slice(SPENDING.length) });

/** Each with the transaction it follows from, the oldest first, and applied to nothing yet; a rule's last: while it is in the books and a real one is not, that one would be taken for it. */
export function planPayments(context: PlanContext, wanted: (part: string) => boolean, issues: Issue[]): { transaction: OrderTransaction; document: PaymentDocument }[] {
  const { bookAs } = context.order;
  return byTime(receivedTransactions(context.order)).flatMap((transaction, index) => {
    const part = paymentPart(transaction);
    if (!isPositive(transaction.amount) || !wanted(part)) return [];
    const became = transaction.realId === undefined ? undefined : legacyId(transaction.realId);
    const deposit = (isOther(context, part, became) ? undefined : heldOn(context, { kind: "payment", part })) ?? depositOf(context, transaction.gateway, issues);
    if (!deposit) return [];
    return [{ transaction, document: {
      kind: "payment",
      ...context.header({ kind: "payment", part }),
      number: null,
      date: chosenDay(context, "payment", transaction.at),
      total: transaction.amount,
      legs: paymentLegs(transaction.amount, deposit, context.books),
      deposit,
      // A second payment of the order keeps its own: references tell payments apart.
      reference: (index === 0 ? bookAs?.paymentReference : undefined) ?? (became ?? part).slice(-REFERENCE_LENGTH),
      gatewayName: transaction.gatewayName,
      methodId: methodOf(context, { kind: "payment", part }, transaction.gateway, issues),
      applications: [],
      became,
    } }];
  });
}

/** A rule's payment is about to become the real one: where it was put was a guess. */
const isOther = ({ existing }: PlanContext, part: string, became: string | undefined): boolean =>
  became !== undefined && existing.find((each) => each.kind === "payment" && each.part === part)?.aspects?.became !== became;

/** The payment of 0 by which a credit memo covers `applications`; null while it covers nothing. No leg moves. */
export function planSpending(context: PlanContext, memo: CreditMemoDocument, applications: readonly Application[]): PaymentDocument | null {
  if (applications.length === 0) return null;
  const part = `${SPENDING}${memo.part}`;
  return {
    kind: "payment",
    ...context.header({ kind: "payment", part }),
    number: null,
    date: memo.date,
    total: zero(memo.currency),
    legs: [],
    deposit: null,
    reference: `C${memo.part}`.slice(-REFERENCE_LENGTH),
    gatewayName: "",
    applications: [...applications, { to: { kind: "credit_memo", part: memo.part }, amount: sum(memo.currency, applications.map(({ amount }) => amount)) }],
  };
}

function byTime(transactions: OrderTransaction[]): OrderTransaction[] {
  const isRules = ({ id, realId }: OrderTransaction): number => Number(realId === undefined && paymentPart({ id }).startsWith(MARKED));
  return [...transactions].sort((a, b) => isRules(a) - isRules(b) || a.at.epochMilliseconds - b.at.epochMilliseconds || a.id.localeCompare(b.id));
}
