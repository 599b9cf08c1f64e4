import { expect, test } from "vitest";
import { formatMoney } from "#app/domain/money/money.ts";
import { chargebacks } from "./disputes.ts";

type Told = Parameters<typeof chargebacks>[0];
type Moves = NonNullable<Told["disputeMoves"][number]["moves"]>;

const ID = "gid://shopify/OrderDisputeSummary/9";
const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const move = (type: string, day: string, amount: string, net: string): Moves[number] => ({ type, transactionDate: `2026-11-${day}T05:00:00Z`, amount: usd(amount), net: usd(net) });
const told = (moves: Moves | null, { status = "NEEDS_RESPONSE", type = "CHARGEBACK", initiatedAs = type }: { status?: string; type?: string; initiatedAs?: string } = {}): Told =>
  ({ currencyCode: "USD", disputes: [{ id: ID, status, initiatedAs }], disputeMoves: [{ id: ID, type, moves }] });

/** Such as `open 9.00+1.50 on 3`, and what came back. */
const read = (from: Told): string[] => chargebacks(from).map(({ state, taken, returned }) =>
  [state, ...[taken, returned].map((each) => each && `${formatMoney(each.amount)}+${formatMoney(each.fee)} on ${each.at.toString().slice(8, 10)}`)].join(", "));

const TAKEN = move("DISPUTE_WITHDRAWAL", "03", "-86.40", "-101.40");

test.each<[string, Told, string[]]>([
  ["the fee is what left beyond the amount", told([TAKEN]), ["open, 86.40+15.00 on 03, "]],
  ["a fee that left by itself counts the same, with the day of the first", told([move("CHARGEBACK_FEE", "04", "-15.00", "-15.00"), move("DISPUTE_WITHDRAWAL", "03", "-86.40", "-86.40")]), ["open, 86.40+15.00 on 03, "]],
  ["money and fee come back", told([TAKEN, move("DISPUTE_REVERSAL", "24", "86.40", "101.40")], { status: "WON" }), ["won, 86.40+15.00 on 03, 86.40+15.00 on 24"]],
  ["a fee that is not given back stays", told([TAKEN, move("DISPUTE_REVERSAL", "24", "86.40", "86.40")], { status: "WON" }), ["won, 86.40+15.00 on 03, 86.40+0.00 on 24"]],
  ["what is only set aside is not taken", told([move("CHARGEBACK_HOLD", "02", "-86.40", "-86.40"), TAKEN, move("CHARGEBACK_HOLD_RELEASE", "03", "86.40", "86.40")], { status: "LOST" }), ["lost, 86.40+15.00 on 03, "]],
  ["a move of nothing is none", told([move("DISPUTE_WITHDRAWAL", "03", "0.00", "0.00")]), ["open, , "]],
  ["nothing moved yet", told([]), ["open, , "]],
  ["moves that are not told", told(null, { status: "LOST" }), ["lost, , "]],
  ["in another currency than the order", told([{ ...TAKEN, net: { amount: "-93.00", currencyCode: "EUR" } }]), ["open, , "]],
  ["an inquiry is none", told([], { type: "INQUIRY" }), []],
  ["an inquiry that became a chargeback is one", told([TAKEN], { type: "CHARGEBACK", initiatedAs: "INQUIRY" }), ["open, 86.40+15.00 on 03, "]],
  ["without figures how it began decides", { ...told(null), disputeMoves: [] }, ["open, , "]],
  ["a word that is new counts as open", told([TAKEN], { status: "ESCALATED" }), ["open, 86.40+15.00 on 03, "]],
])("%s", (_name, from, expected) => {
  expect(read(from)).toEqual(expected);
});

test("several come in the order of their numbers, whatever Shopify's order is", () => {
  const dispute = (number: number) => ({ id: `gid://shopify/OrderDisputeSummary/${number}`, status: "LOST", initiatedAs: "CHARGEBACK" });
  expect(chargebacks({ currencyCode: "USD", disputeMoves: [], disputes: [dispute(10), dispute(9)] }).map(({ id }) => id.at(-1))).toEqual(["9", "0"]);
});
