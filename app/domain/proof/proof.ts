/** Proof: the two identities of design page 03 for one order, in shop money. What a mode or a rule leaves out is no difference; it is named. */
import type { Because, Decision } from "../decision/decide.ts";
import { awaitsPayment } from "../decision/posting-form.ts";
import { isSalesForm, type PlannedDocument } from "../documents/document.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { add, equals, isPositive, isZero, type Money, negate, subtract, sum, zero } from "../money/money.ts";
import { amountDue, giftCardTender, type Order } from "../order/order.ts";

export type ProofSide = {
  shop: Money;
  books: Money;
  /** What is missing on purpose, and who decided so. */
  leftOut: { amount: Money; because: Because } | null;
  /** shop − books − left out. Zero, or something is wrong. */
  difference: Money;
};

export type Proof = {
  /** Invoices and receipts less what took them back, against what the order is worth now. */
  income: ProofSide;
  /** Money in less money back, against what Shopify received, gift cards apart. */
  money: ProofSide;
  /** What chargebacks took and did not give back: an expense beside the sale, so no part of the two and no difference. Left out where there never was one. */
  chargedBack?: Money;
  verdict: "matches" | "matches_except" | "differs";
};

/** `cards`: how much of the total is a gift card as tender, which is no income. */
export type ProvenDocument = { kind: DocumentKind; total: Money; cards: Money };

/** What was given back beyond what the customer was owed, and what was kept although it was taken back. */
export type GivenBack = { beyond: Money; kept: Money; /** What has not shipped, of an order that is invoiced as it ships (story A13). */ notYet?: Money };

/** `total`: as the books hold it. */
export function provenOf(document: PlannedDocument, total: Money = document.total): ProvenDocument {
  const lines = isSalesForm(document) ? document.lines.filter(({ role }) => role === "gift_card_used") : [];
  return { kind: document.kind, total, cards: sum(total.currency, lines.map(({ amount }) => amount)) };
}

const AS_IT_SHIPS = { by: "setting", name: "splitShipments" } as const satisfies Because;

const INCOME: Partial<Record<DocumentKind, 1 | -1>> = { invoice: 1, sales_receipt: 1, credit_memo: -1, refund_receipt: -1 };
const CHARGED_BACK: Partial<Record<DocumentKind, 1 | -1>> = { chargeback: 1, chargeback_reversal: -1 };
const MONEY: Partial<Record<DocumentKind, 1 | -1>> = { payment: 1, sales_receipt: 1, refund_receipt: -1, customer_refund: -1 };

export function prove(order: Order, decision: Pick<Decision, "documents">, documents: readonly ProvenDocument[], { beyond, kept, notYet }: GivenBack): Proof {
  const booked = (signs: typeof INCOME, of: (document: ProvenDocument) => Money): Money =>
    sum(order.currency, documents.map((document) => (signs[document.kind] === -1 ? negate(of(document)) : signs[document.kind] === 1 ? of(document) : zero(order.currency))));
  const has = (kind: DocumentKind): boolean => documents.some((document) => document.kind === kind);
  const { invoice, payment, sales_receipt: receipt } = decision.documents;
  const awaited = awaitsPayment(receipt) ? receipt : null;

  const worth = subtract(add(amountDue(order), kept), beyond);
  const booksOnly = side(worth, booked(INCOME, ({ total, cards }) => subtract(total, cards)), has("invoice") || has("sales_receipt") ? null : (awaited ?? invoice));
  const income = notYet && isPositive(notYet) && equals(booksOnly.difference, notYet) ? { ...booksOnly, leftOut: { amount: notYet, because: AS_IT_SHIPS }, difference: zero(order.currency) } : booksOnly;
  const received = subtract(order.totals.netPayment, giftCardTender(order));
  const money = side(received, booked(MONEY, ({ total }) => total), has("sales_receipt") ? null : (awaited ?? payment));
  const chargedBack = has("chargeback") || has("chargeback_reversal") ? { chargedBack: booked(CHARGED_BACK, ({ total }) => total) } : {};
  return { income, money, ...chargedBack, verdict: verdictOf([income, money]) };
}

/** `verdict` set and not creating: the whole gap is left out on purpose. */
function side(shop: Money, books: Money, verdict: { create: boolean; because: Because } | null): ProofSide {
  const gap = subtract(shop, books);
  const leftOut = verdict && !verdict.create && gap.minor > 0n ? { amount: gap, because: verdict.because } : null;
  return { shop, books, leftOut, difference: leftOut ? zero(shop.currency) : gap };
}

function verdictOf(sides: ProofSide[]): Proof["verdict"] {
  if (sides.some((each) => !isZero(each.difference))) return "differs";
  return sides.some((each) => each.leftOut) ? "matches_except" : "matches";
}
