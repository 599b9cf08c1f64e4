/** The debits and credits that a QuickBooks body implies, worked out from the body alone and the company's items and accounts: what a bookkeeper would read off the document. */
import { z } from "zod";
import { ROLE_ITEMS } from "#app/domain/books/item-key.ts";
import type { Books, ItemKey } from "#app/domain/books/books.ts";
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import { exponentOf } from "#app/domain/money/money.ts";

const ref = z.object({ value: z.string() });
const bodySchema = z.looseObject({
  TotalAmt: z.number().optional(),
  DepositToAccountRef: ref.optional(),
  AccountRef: ref.optional(),
  TxnTaxDetail: z.object({ TotalTax: z.number().optional() }).optional(),
  Line: z.array(z.looseObject({
    Amount: z.number(),
    DetailType: z.string().optional(),
    SalesItemLineDetail: z.object({ ItemRef: ref }).optional(),
    DiscountLineDetail: z.object({ DiscountAccountRef: ref }).optional(),
    AccountBasedExpenseLineDetail: z.object({ AccountRef: ref }).optional(),
    DepositLineDetail: z.object({ AccountRef: ref }).optional(),
  })).default([]),
});

/** In bodies of goldens an item's id is its key. */
function accountOf(item: string, { items, accounts }: Books): string {
  const known = items.get(item as ItemKey);
  if (known) return known.incomeAccount.id;
  const role = Object.entries(ROLE_ITEMS).find(([name]) => item === `role:${name}`)?.[1];
  return (role && accounts[role.account]?.id) ?? `no account for ${item}`;
}

/** Minor units by account id, debits positive. A document that posts nothing has none. */
export function legsOfBody(kind: DocumentKind, body: unknown, books: Books, currency: string): Map<string, bigint> {
  const { TotalAmt = 0, DepositToAccountRef: deposit, AccountRef: paidFrom, TxnTaxDetail: tax, Line: lines } = bodySchema.parse(body);
  const minor = (amount: number): bigint => BigInt(Math.round(amount * 10 ** exponentOf(currency)));
  const legs = new Map<string, bigint>();
  const post = (account: string, amount: bigint): void => void legs.set(account, (legs.get(account) ?? 0n) + amount);
  const receivable = books.accounts.receivable?.id ?? "";
  /** +1: a sale; −1: what takes one back. */
  const sale = (against: string, sign: 1n | -1n): void => {
    let total = 0n;
    for (const line of lines) {
      const discount = line.DiscountLineDetail?.DiscountAccountRef.value;
      const amount = discount === undefined ? minor(line.Amount) : -minor(line.Amount);
      post(discount ?? accountOf(line.SalesItemLineDetail?.ItemRef.value ?? "", books), -sign * amount);
      total += amount;
    }
    const owed = minor(tax?.TotalTax ?? 0);
    if (owed !== 0n) post(books.accounts.sales_tax?.id ?? "", -sign * owed);
    post(against, sign * (total + owed));
  };
  switch (kind) {
    case "sales_order":
    case "purchase_order":
      break;
    case "invoice":
      sale(receivable, 1n);
      break;
    case "sales_receipt":
      sale(deposit?.value ?? "", 1n);
      break;
    case "credit_memo":
      sale(receivable, -1n);
      break;
    case "refund_receipt":
      sale(deposit?.value ?? "", -1n);
      break;
    case "payment":
      if (TotalAmt === 0) break;
      post(deposit?.value ?? "", minor(TotalAmt));
      post(receivable, -minor(TotalAmt));
      break;
    case "chargeback_reversal":
      for (const line of lines) post(line.DepositLineDetail?.AccountRef.value ?? "", -minor(line.Amount));
      post(deposit?.value ?? "", lines.reduce((total, { Amount }) => total + minor(Amount), 0n));
      break;
    case "customer_refund":
    case "chargeback":
      for (const line of lines) post(line.AccountBasedExpenseLineDetail?.AccountRef.value ?? "", minor(line.Amount));
      post(paidFrom?.value ?? "", -lines.reduce((total, { Amount }) => total + minor(Amount), 0n));
      break;
  }
  return new Map([...legs].filter(([, amount]) => amount !== 0n));
}
