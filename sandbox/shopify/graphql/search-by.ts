/** Finds by Shopify's search syntax among things that are in memory; only the fields its caller knows, anything else is refused aloud. */
import { toUtcSeconds } from "../orders/instants.ts";
import { badRequest } from "./connection.ts";
import type { SearchExpression, SearchTerm } from "./search-syntax.ts";
import { parseSearch } from "./search-syntax.ts";

export type Matcher<Item> = (item: Item, term: SearchTerm) => boolean;

/** Compares two texts or numbers as the comparator says. */
export function compare<Value extends string | number>(actual: Value, { comparator }: SearchTerm, wanted: Value): boolean {
  switch (comparator) {
    case ":": return actual === wanted;
    case ">": return actual > wanted;
    case ">=": return actual >= wanted;
    case "<": return actual < wanted;
    case "<=": return actual <= wanted;
  }
}

/** UTC text of equal length compares as time does. */
export function byTime<Item>(of: (item: Item) => string): Matcher<Item> {
  return (item, term) => compare(of(item), term, readTime(term.value));
}

function readTime(value: string): string {
  try {
    return toUtcSeconds(value);
  } catch (error) {
    if (error instanceof RangeError) throw badRequest(`"${value}" is not a time`);
    throw error;
  }
}

/** `of`: what is searched, for the refusal. Throws GraphQLError (BAD_REQUEST) for a query it cannot read or a field it does not know. */
export function searchBy<Item>(items: readonly Item[], query: string | null | undefined, { matchers, of }: { matchers: Readonly<Record<string, Matcher<Item>>>; of: string }): Item[] {
  if (!query?.trim()) return [...items];
  const matches = (item: Item, expression: SearchExpression): boolean => {
    switch (expression.kind) {
      case "and": return expression.operands.every((operand) => matches(item, operand));
      case "or": return expression.operands.some((operand) => matches(item, operand));
      case "not": return !matches(item, expression.operand);
      case "term": {
        const matcher = matchers[expression.term.field];
        if (!matcher) throw badRequest(`${of} cannot be searched by ${expression.term.field} here`);
        return matcher(item, expression.term);
      }
    }
  };
  const expression = parseSearch(query);
  return items.filter((item) => matches(item, expression));
}
