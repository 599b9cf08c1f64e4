/** Everything the planners of one order share, worked out once. */
import type { Account, Books } from "../books/books.ts";
import type { Money } from "../money/money.ts";
import type { Address, Order } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import type { Course } from "../plan/course.ts";
import type { DocumentLine, DocumentTaxes, FormChoices } from "./document.ts";
import { formChoices, saleChoices } from "./form-choices.ts";
import { accountMissing, depositAccountMissing } from "../issues/catalogue.ts";
import type { Issue } from "../issues/issue.ts";
import { documentMarker, documentMemo, documentNumber, type ShopIdentity } from "./header.ts";
import type { DocumentRef } from "./kind.ts";

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
  header: (ref: DocumentRef, suffix?: string) => Header;
};

export function planContext(
  input: { shop: ShopIdentity; order: Order; books: Books; settings: Settings; course: Course }, figures: Pick<SalesBodyFigures, "lines" | "tax" | "taxes" | "total">,
): PlanContext {
  const { shop, order, books, settings } = input;
  return {
    ...input,
    salesBody: { ...figures, ...addresses(input), chosen: saleChoices(order, books) },
    header: (ref, suffix) => ({
      part: ref.part,
      number: documentNumber(order, settings, books.company, suffix),
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
