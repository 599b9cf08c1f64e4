/** Dr chargebacks · Dr its fee · Cr deposit account; the other way round when the money came back. */
import type { Account } from "../../books/books.ts";
import type { ChargebackLine } from "../document.ts";
import { type Leg, mergeLegs } from "../leg.ts";

export function chargebackLegs(deposit: Account, expenses: readonly ChargebackLine[], kind: "chargeback" | "chargeback_reversal"): Leg[] {
  const [side, other] = kind === "chargeback" ? (["debit", "credit"] as const) : (["credit", "debit"] as const);
  const legs = expenses.map(({ account, amount }): Leg => ({ account, side, amount }));
  return mergeLegs([...legs, ...legs.map(({ amount }): Leg => ({ account: deposit, side: other, amount }))]);
}
