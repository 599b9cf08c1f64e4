/** Proof: the two identities of design page 03 for one order, in shop money. What a mode or a rule leaves out is no difference; it is named. */
import type { Because, Decision } from "../decision/decide.ts";
import { awaitsPayment } from "../decision/posting-form.ts";
import type { DocumentKind } from "../documents/kind.ts";
import { add, isZero, type Money, subtract, sum, zero } from "../money/money.ts";
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
  /** Invoices and sales receipts against what the order is worth now. */
  income: ProofSide;
  /** Payments and sales receipts against what Shopify received, gift cards apart. */
  money: ProofSide;
  verdict: "matches" | "matches_except" | "differs";
};

export type ProvenDocument = { kind: DocumentKind; total: Money };

export function prove(order: Order, decision: Pick<Decision, "documents">, documents: readonly ProvenDocument[]): Proof {
  const totalOf = (kind: DocumentKind): Money =>
    sum(order.currency, documents.filter((document) => document.kind === kind).map((document) => document.total));
  const has = (kind: DocumentKind): boolean => documents.some((document) => document.kind === kind);
  const receipts = totalOf("sales_receipt");
  // A receipt is worth what came in as money; what a gift card paid of it is income all the same.
  const sold = has("sales_receipt") ? add(receipts, giftCardTender(order)) : receipts;
  const { invoice, payment, sales_receipt: receipt } = decision.documents;
  const awaited = awaitsPayment(receipt) ? receipt : null;

  const income = side(amountDue(order), add(totalOf("invoice"), sold), has("invoice") || has("sales_receipt") ? null : (awaited ?? invoice));
  const money = side(subtract(order.totals.netPayment, giftCardTender(order)), add(totalOf("payment"), receipts), has("sales_receipt") ? null : (awaited ?? payment));
  return { income, money, verdict: verdictOf([income, money]) };
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
