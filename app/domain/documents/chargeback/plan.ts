/**
 * Chargebacks (story A33): an expense for what the buyer's bank took of the deposit account, with its fee, and a reversal for what came back. Both follow the
 * money as the payment provider tells it, each on its own day; sale and payment stay what they were, and no receivable is touched.
 */
import { expenseAccountMissing } from "../../issues/chargebacks.ts";
import type { Issue } from "../../issues/issue.ts";
import { add, isPositive } from "../../money/money.ts";
import { chargedGateway } from "../../order/charged-gateway.ts";
import type { ChargebackMove } from "../../order/order.ts";
import { shopDate } from "../../time/shop-date.ts";
import type { ChargebackDocument, ChargebackLine, ChargebackReversalDocument } from "../document.ts";
import { legacyId } from "../header.ts";
import { depositOf, type PlanContext } from "../plan-context.ts";
import { chargebackLegs } from "./legs.ts";

type Planned = ChargebackDocument | ChargebackReversalDocument;

/** The expense before its reversal, the oldest chargeback first. */
export function planChargebacks(context: PlanContext, issues: Issue[]): Planned[] {
  const charged = chargedGateway(context.order);
  const { chargebacks = [] } = context.order;
  return chargebacks.flatMap(({ id, taken, returned }, index): Planned[] => {
    if (!charged || !taken) return [];
    const deposit = depositOf(context, charged.gateway, issues);
    const { gatewayName } = charged;
    const part = legacyId(id);
    const body = <Kind extends Planned["kind"]>(kind: Kind, { at, amount, fee }: ChargebackMove) => {
      const expenses = expenseLines(context, { amount, fee }, issues);
      if (!deposit || !expenses) return null;
      return { kind, ...context.header({ kind, part }, `-B${index + 1}`), date: shopDate(at, context.shop.timeZone), total: add(amount, fee), deposit, gatewayName, expenses, legs: chargebackLegs(deposit, expenses, kind) };
    };
    const expense = body("chargeback", taken);
    const reversal = returned && body("chargeback_reversal", returned);
    // A bank deposit has no number in QuickBooks.
    return [...(expense ? [expense] : []), ...(reversal ? [{ ...reversal, number: null }] : [])];
  });
}

/** Null where an account is missing, which is told. */
function expenseLines({ books, settings, order }: PlanContext, { amount, fee }: Pick<ChargebackMove, "amount" | "fee">, issues: Issue[]): ChargebackLine[] | null {
  const { chargebackAccount, chargebackFeeAccount } = settings.options;
  const wanted = [
    { name: chargebackAccount, description: `Chargeback of order ${order.name}`, amount },
    { name: chargebackFeeAccount, description: `Chargeback fee of order ${order.name}`, amount: fee },
  ].filter((line) => isPositive(line.amount));
  const lines = wanted.flatMap(({ name, ...line }): ChargebackLine[] => {
    const account = books.depositAccount(name);
    if (!account) issues.push(expenseAccountMissing(name));
    return account ? [{ ...line, account: { id: account.id, name: account.name } }] : [];
  });
  return lines.length === wanted.length ? lines : null;
}
