/** Everything the planners of one order share, worked out once. */
import type { Account, Books } from "../books/books.ts";
import type { Money } from "../money/money.ts";
import type { Address, Order } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import type { Course } from "../plan/course.ts";
import type { Shipment } from "../plan/shipments.ts";
import type { DocumentLine, DocumentTaxes } from "./document.ts";
import { accountMissing, depositAccountMissing } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { documentMarker, documentMemo, documentNumber, type ShopIdentity } from "./header.ts";
import type { DocumentRef } from "./kind.ts";

export type SalesBodyFigures = {
  lines: DocumentLine[]; tax: Money; taxes?: DocumentTaxes | undefined; total: Money; billTo: Address | null; shipTo: Address | null; email: string | null;
};

type Header = { part: string; number: string | null; currency: string; memo: string; marker: string };

export type PlanContext = {
  shop: ShopIdentity;
  order: Order;
  books: Books;
  settings: Settings;
  salesBody: SalesBodyFigures;
  course: Course;
  /** Each with an invoice of its own; null where the order has one. */
  shipments: readonly Shipment[] | null;
  header: (ref: DocumentRef, suffix?: string) => Header;
};

export function planContext(
  input: { shop: ShopIdentity; order: Order; books: Books; settings: Settings; course: Course; shipments: readonly Shipment[] | null }, figures: Pick<SalesBodyFigures, "lines" | "tax" | "taxes" | "total">,
): PlanContext {
  const { shop, order, books, settings } = input;
  return {
    ...input,
    salesBody: { ...figures, ...addresses(input) },
    header: (ref, suffix) => ({
      part: ref.part,
      number: documentNumber(order, settings, books.company, suffix),
      currency: order.currency,
      memo: documentMemo(shop, order),
      marker: documentMarker(shop, order, ref),
    }),
  };
}

export const addresses = ({ order }: Pick<PlanContext, "order">): Pick<SalesBodyFigures, "billTo" | "shipTo" | "email"> =>
  ({ billTo: order.billingAddress, shipTo: order.shippingAddress, email: order.email });

/** The name that settings give the account of a gateway's money. */
export const depositName = ({ options }: Settings, gateway: string | undefined): string => (gateway === undefined ? undefined : options.depositAccounts[gateway]) ?? options.depositAccount;

/** The account, or the issue that there is none. */
export function depositOf({ settings, books }: Pick<PlanContext, "settings" | "books">, gateway: string | undefined, issues: Issue[]): Account | null {
  const name = depositName(settings, gateway);
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
