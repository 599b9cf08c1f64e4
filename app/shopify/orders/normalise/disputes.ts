/** Chargebacks of an order, as its bank sees them, with the money that moved for them. An inquiry takes no money and is none. */
import { Temporal } from "temporal-polyfill";
import { absolute, isNegative, isPositive, isZero, type Money, parseMoney, smaller, subtract, sum, zero } from "#app/domain/money/money.ts";
import type { Chargeback, ChargebackMove } from "#app/domain/order/order.ts";
import type { BalanceMoveSnapshot, OrderSnapshot } from "./snapshot.ts";

/** Shopify's DisputeStatus; a word that is new to us counts as open, so that somebody looks. */
const DECIDED: ReadonlyMap<string, Chargeback["state"]> = new Map<string, Chargeback["state"]>([
  ["LOST", "lost"], ["ACCEPTED", "lost"], ["WON", "won"], ["PREVENTED", "won"], ["CHARGE_REFUNDED", "won"],
]);

/** `initiatedAs` is how it began; an inquiry may have become a chargeback since, which the dispute itself says (schema: ShopifyPaymentsDispute.type). */
export function chargebacks({ disputes, disputeMoves, currencyCode }: Pick<OrderSnapshot, "disputes" | "disputeMoves" | "currencyCode">): Chargeback[] {
  const byNumber = disputes.toSorted((a, b) => a.id.length - b.id.length || a.id.localeCompare(b.id));
  return byNumber.flatMap(({ id, initiatedAs, status }): Chargeback[] => {
    const told = disputeMoves.find((each) => each.id === id);
    if ((told?.type ?? initiatedAs) !== "CHARGEBACK") return [];
    return [{ id, state: DECIDED.get(status) ?? "open", ...figures(told?.moves ?? [], currencyCode) }];
  });
}

/** Set aside and released again before a dispute is one: the money itself follows. */
const HELD: ReadonlySet<string> = new Set(["CHARGEBACK_HOLD", "CHARGEBACK_HOLD_RELEASE"]);
/** Where Shopify takes its fee as a move of its own; else it is what `net` is beyond `amount`. */
const FEES: ReadonlySet<string> = new Set(["CHARGEBACK_FEE", "CHARGEBACK_FEE_REFUND"]);

/** Nothing where a move is in another currency than the order's books: what it is worth there, the shop does not say. */
function figures(all: readonly BalanceMoveSnapshot[], currency: string): Pick<Chargeback, "taken" | "returned"> {
  const moves = all.filter(({ type }) => !HELD.has(type));
  if (moves.some(({ amount, net }) => amount.currencyCode !== currency || net.currencyCode !== currency)) return { taken: null, returned: null };
  const read = moves.map(({ type, transactionDate, amount, net }) => ({ isFee: FEES.has(type), at: Temporal.Instant.from(transactionDate), amount: parseMoney(currency, amount.amount), net: parseMoney(currency, net.amount) }));
  return { taken: together(read.filter(({ net }) => isNegative(net)), currency), returned: together(read.filter(({ net }) => isPositive(net)), currency) };
}

type Read = { isFee: boolean; at: Temporal.Instant; amount: Money; net: Money };

/** One move of several, with the day of the first. */
function together(moves: readonly Read[], currency: string): ChargebackMove | null {
  const [at] = moves.map((move) => move.at).toSorted(Temporal.Instant.compare);
  const whole = sum(currency, moves.map(({ net }) => absolute(net)));
  if (!at || isZero(whole)) return null;
  const amount = sum(currency, moves.map(({ isFee, amount: own, net }) => (isFee ? zero(currency) : smaller(absolute(own), absolute(net)))));
  return { at, amount, fee: subtract(whole, amount) };
}
