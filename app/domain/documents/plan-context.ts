/** Everything the planners of one order share, worked out once. */
import type { Account, Books } from "../books/books.ts";
import type { Money } from "../money/money.ts";
import { legacyNumber } from "../order/legacy-number.ts";
import { type Address, type Order, receivedTransactions } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import type { Course, ExistingDocument } from "../plan/course.ts";
import type { UndoneDocument } from "../plan/operation.ts";
import type { Shipment } from "../plan/shipments.ts";
import type { DocumentLine, DocumentTaxes, FormChoices } from "./document.ts";
import { formChoices, saleChoices } from "./form-choices.ts";
import { accountMissing, depositAccountMissing } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { documentMarker, documentMemo, documentNumber, type ShopIdentity } from "./header.ts";
import { type DocumentRef, refKey } from "./kind.ts";

export type SalesBodyFigures = {
  lines: DocumentLine[]; tax: Money; taxes?: DocumentTaxes | undefined; total: Money; billTo: Address | null; shipTo: Address | null; email: string | null; chosen?: FormChoices | undefined;
};

type Header = { part: string; number: string | null; currency: string; memo: string; marker: string };

export type PlanContext = {
  shop: ShopIdentity;
  order: Order;
  books: Books;
  settings: Settings;
  salesBody: SalesBodyFigures;
  course: Course;
  existing: readonly ExistingDocument[];
  /** Each with an invoice of its own; null where the order has one. */
  shipments: readonly Shipment[] | null;
  header: (ref: DocumentRef, suffix?: string) => Header;
  /** Where the document keeps what rules said before: that. */
  ruled?: string;
};

export function planContext(
  input: { shop: ShopIdentity; order: Order; books: Books; settings: Settings; course: Course; existing: readonly ExistingDocument[]; shipments: readonly Shipment[] | null; undone?: readonly UndoneDocument[] }, figures: Pick<SalesBodyFigures, "lines" | "tax" | "taxes" | "total">,
): PlanContext {
  const { shop, order, books, settings, existing, undone = [] } = input;
  // A voided document keeps its number, so what is made in its place has the next one (decision 057).
  const again = (ref: DocumentRef): string => {
    const { voided = 0 } = undone.find((each) => refKey(each) === refKey(ref)) ?? {};
    return voided > 0 ? `-E${voided}` : "";
  };
  return {
    ...input,
    salesBody: { ...figures, ...addresses(input), chosen: saleChoices(order, books) },
    header: (ref, suffix = "") => ({
      part: ref.part,
      number: existing.find((each) => refKey(each) === refKey(ref))?.number ?? documentNumber(order, settings, books.company, suffix + again(ref)),
      currency: order.currency,
      memo: documentMemo(shop, order),
      marker: documentMarker(shop, order, ref),
    }),
  };
}

export const addresses = ({ order, books }: Pick<PlanContext, "order" | "books">): Pick<SalesBodyFigures, "billTo" | "shipTo" | "email" | "chosen"> =>
  ({ billTo: order.billingAddress, shipTo: order.shippingAddress, email: order.email, chosen: formChoices(order, books) });

/** The name of the account of a gateway's money: a rule's, else as settings have it. */
export const depositName = ({ options }: Settings, gateway: string | undefined, { bookAs }: Pick<Order, "bookAs"> = {}): string => bookAs?.depositAccount ?? (gateway === undefined ? undefined : options.depositAccounts[gateway]) ?? options.depositAccount;

/** The account that a document in the books put its money on, or took it from; undefined where its record does not say, or the company has the account no longer in use. */
export function heldOn({ existing, books }: Pick<PlanContext, "existing" | "books">, ref: DocumentRef): Account | undefined {
  const id = existing.find((each) => refKey(each) === refKey(ref))?.aspects?.deposit;
  const account = books.company.accounts.find((each) => each.id === id);
  return account && { id: account.id, name: account.name };
}

/** Where the money of a gateway was put, and so where it goes back from, whatever settings and rules say by now; undefined where nothing in the books says. */
export function putOn(context: Pick<PlanContext, "existing" | "books" | "order">, gateway: string | undefined): Account | undefined {
  const received = receivedTransactions(context.order).filter((transaction) => transaction.gateway === gateway).toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
  const refs = received.map(({ id }): DocumentRef => ({ kind: "payment", part: legacyNumber(id) }));
  return (received.length > 0 ? heldOn(context, { kind: "sales_receipt", part: "1" }) : undefined) ?? refs.flatMap((ref) => heldOn(context, ref) ?? []).at(0);
}

/** The account that money of a document goes back from, or the issue that there is none. */
export const givenBackFrom = (context: Pick<PlanContext, "existing" | "settings" | "books" | "order">, ref: DocumentRef, gateway: string | undefined, issues: Issue[]): Account | null =>
  heldOn(context, ref) ?? putOn(context, gateway) ?? depositOf(context, gateway, issues);

/** The account, or the issue that there is none. */
export function depositOf({ settings, books, order }: Pick<PlanContext, "settings" | "books" | "order">, gateway: string | undefined, issues: Issue[]): Account | null {
  const name = depositName(settings, gateway, order);
  const account = books.depositAccount(name);
  if (!account) issues.push(depositAccountMissing(name));
  return account ?? null;
}

export function receivableOf({ books }: Pick<PlanContext, "books">, issues: Issue[]): Account | null {
  const { receivable } = books.accounts;
  if (!receivable) issues.push(accountMissing("receivable"));
  return receivable ?? null;
}

/** Changes whose effect stands in the lines of the first invoice or receipt. */
export const foldedIds = ({ course }: Pick<PlanContext, "course">): string[] => course.steps.filter(({ folded }) => folded).map(({ change }) => change.id);
