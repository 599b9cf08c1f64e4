/** What the pipeline tells rules and settings of the world beside the order: the shop's day, and what lines are in the books. */
import type { Books, ItemKey } from "#app/domain/books/books.ts";
import { unruledItemKey } from "#app/domain/decision/by-settings.ts";
import { asBooked, finestAmount } from "#app/domain/order/book-precision.ts";
import type { Order, OrderLine } from "#app/domain/order/order.ts";
import { type CompiledRules, evaluateRules, type RuleQuestion } from "#app/domain/rules/evaluate.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { shopDate } from "#app/domain/time/shop-date.ts";
import type { DrainContext } from "./context.ts";

type World = Required<Pick<RuleQuestion, "timeZone" | "today" | "itemType">> & { knowsItem: (key: ItemKey) => boolean };

export const worldOf = ({ repositories: { shop }, clock }: Pick<DrainContext, "repositories" | "clock">, { books: { items }, settings }: { books: Pick<Books, "items">; settings: Settings }): World => ({
  timeZone: shop.timeZone,
  today: shopDate(clock.now(), shop.timeZone),
  itemType: (line: OrderLine) => items.get(unruledItemKey(line, settings.options))?.type ?? null,
  knowsItem: (key) => items.has(key),
});

/** In the books' precision where settings, or a rule before them, accept that amounts are rounded. */
export function asAccepted(order: Order, { rules, settings: { options } }: { rules: CompiledRules; settings: Settings }, world: World): Order {
  if (finestAmount(order) === null) return order;
  // What a rule that skips or holds orders keeps out of the books needs no rounding; what is there already is followed.
  const ruled = evaluateRules({ rules, order, ...world, follows: true }).slots.currencyHandling?.value;
  return asBooked(order, { acceptRounding: ruled === undefined ? options.acceptRounding : ruled === "round" });
}
