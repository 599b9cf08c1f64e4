/** Everything the planners of one order share, worked out once. */
import type { Books } from "../books/books.ts";
import type { Money } from "../money/money.ts";
import type { Address, Order } from "../order/order.ts";
import type { Settings } from "../settings/settings.ts";
import type { DocumentLine, DocumentTaxes } from "./document.ts";
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
  header: (ref: DocumentRef) => Header;
};

export function planContext(
  input: { shop: ShopIdentity; order: Order; books: Books; settings: Settings }, figures: Pick<SalesBodyFigures, "lines" | "tax" | "taxes" | "total">,
): PlanContext {
  const { shop, order, books, settings } = input;
  return {
    ...input,
    salesBody: { ...figures, billTo: order.billingAddress, shipTo: order.shippingAddress, email: order.email },
    header: (ref) => ({
      part: ref.part,
      number: documentNumber(order, settings, books.company),
      currency: order.currency,
      memo: documentMemo(shop, order),
      marker: documentMarker(shop, order, ref),
    }),
  };
}
