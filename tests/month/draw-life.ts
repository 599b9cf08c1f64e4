/** What happens to an order of a month after it was placed: a few acts in a row, each on a later day. Whether one is possible is seen on its day. */
import type { Random } from "#sandbox/chance/seeded-random.ts";

export const ACTS = [
  "pay", "payPart", "payByGiftCard", "edit", "refundUnits", "refundPart", "refundShipping", "refundAll", "goodwill", "fulfil", "fulfilPart", "cancel", "cancelUnpaid",
  "chargeback", "chargebackLost", "chargebackWon",
] as const;
export type Act = (typeof ACTS)[number];

/**
 * `days`: after the act before it; 0 is the same day, of which the app sees the evening only. A cancellation is never on the day of another act:
 * an order that shipped and was cancelled before the app looked is never invoiced, and what of it was kept is then nobody's income.
 */
export type PlannedAct = { act: Act; days: number };

/** Mostly paid and shipped; what is drawn in between is what makes a month of real orders. */
export function drawLife(random: Random): PlannedAct[] {
  const acts: Act[] = [
    ...random.pickFavourite<Act[]>([["pay"], ["payPart", "pay"], ["payPart"], ["payByGiftCard", "pay"], []]),
    ...(random.chance(0.2) ? (["edit"] as const) : []),
    ...(random.chance(0.2) ? [beforeShipping(random)] : []),
    ...random.pickFavourite<Act[]>([["fulfil"], ["fulfil"], ["fulfilPart", "fulfil"], ["fulfilPart"], []]),
    ...(random.chance(0.4) ? [afterShipping(random)] : []),
    ...(random.chance(0.12) ? [afterShipping(random)] : []),
    ...(random.chance(0.12) ? chargedBack(random) : []),
  ];
  // Some customers pay by invoice, weeks after the parcel.
  const isPaidLate = random.chance(0.2);
  const ordered = isPaidLate ? [...acts.filter((act) => act !== "pay"), ...acts.filter((act) => act === "pay")] : acts;
  return ordered.map((act) => ({ act, days: random.pick(act === "cancel" || act === "cancelUnpaid" ? [1, 2, 3] : [0, 1, 1, 2, 3, 4]) }));
}

const chargedBack = (random: Random): Act[] => random.pick<Act[]>([["chargeback"], ["chargeback", "chargebackLost"], ["chargeback", "chargebackWon"]]);
const beforeShipping = (random: Random): Act => random.pickFavourite<Act>(["refundUnits", "cancel", "goodwill", "refundAll", "refundShipping", "refundPart", "cancelUnpaid"]);
const afterShipping = (random: Random): Act => random.pickFavourite<Act>(["refundUnits", "goodwill", "refundAll", "refundShipping", "refundPart", "cancel", "cancelUnpaid"]);
