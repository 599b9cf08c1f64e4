/** How rules change the lines of a document: description, quantity, class and what is left out. Amounts stay as the shop has them. */
import { classesOf, namedIn } from "../books/named-in-books.ts";
import type { Books } from "../books/books.ts";
import { isZero, subtract, zero } from "../money/money.ts";
import type { Order, OrderLine } from "../order/order.ts";

/** Only what comes to nothing can be left out: totals would not agree otherwise. */
export const isLeftOut = ({ bookAs, gross, discount, taxLines }: OrderLine): boolean =>
  bookAs?.skip !== undefined && isZero(gross) && isZero(discount) && taxLines.every(({ amount }) => isZero(amount));

export const ruledQuantity = ({ bookAs, quantity }: OrderLine): number => quantity * Number(bookAs?.quantityFactor ?? 1);

/** As the buyer knows what was sold, or as a rule says. */
export const titleOf = ({ bookAs, title, variantTitle }: OrderLine): string => bookAs?.description ?? (variantTitle ? `${title} - ${variantTitle}` : title);

export const ruledClass = (line: Pick<OrderLine, "bookAs">, { bookAs }: Pick<Order, "bookAs">, { company }: Pick<Books, "company">): string | undefined =>
  classesOf(company.tracking).onLines ? namedIn(company.tracking?.classes, line.bookAs?.class ?? bookAs?.class)?.id : undefined;

/** Discounts taken off the prices instead of standing on a line of their own, where a rule asks for it. */
export function withNetPrices(order: Order): Order {
  if (order.bookAs?.discounts !== "net") return order;
  const net = <Part extends Pick<OrderLine, "gross" | "discount">>(part: Part): Part => (isZero(part.discount) ? part : { ...part, gross: subtract(part.gross, part.discount), discount: zero(order.currency) });
  return { ...order, lines: order.lines.map(net), shipping: order.shipping.map(net) };
}
