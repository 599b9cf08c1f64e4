/** Shopify's search syntax: `field:value`, comparators, AND, OR, NOT and brackets (https://shopify.dev/docs/api/usage/search-syntax). */
import { badRequest } from "./connection.ts";

export type SearchTerm = { field: string; comparator: ":" | ">" | ">=" | "<" | "<="; value: string };

export type SearchExpression =
  | { kind: "term"; term: SearchTerm }
  | { kind: "not"; operand: SearchExpression }
  | { kind: "and" | "or"; operands: SearchExpression[] };

/** Throws GraphQLError (BAD_REQUEST) for what it cannot read: the real one answers something else, a simulator should be loud. */
export function parseSearch(query: string): SearchExpression {
  const tokens = query.match(/\(|\)|(?:[^\s()"']|"[^"]*"|'[^']*')+/g) ?? [];
  const parsed = parseOr(tokens);
  if (tokens.length > 0) throw badRequest(`the search query "${query}" cannot be read at "${tokens[0]}"`);
  return parsed;
}

function parseOr(tokens: string[]): SearchExpression {
  const operands = [parseAnd(tokens)];
  while (tokens[0] === "OR") {
    tokens.shift();
    operands.push(parseAnd(tokens));
  }
  return { kind: "or", operands };
}

function parseAnd(tokens: string[]): SearchExpression {
  const operands: SearchExpression[] = [];
  while (tokens.length > 0 && tokens[0] !== "OR" && tokens[0] !== ")") {
    if (tokens[0] === "AND") tokens.shift();
    operands.push(parseOperand(tokens));
  }
  return { kind: "and", operands };
}

function parseOperand(tokens: string[]): SearchExpression {
  const token = tokens.shift();
  if (token === undefined) throw badRequest("the search query ends too early");
  if (token === "NOT") return { kind: "not", operand: parseOperand(tokens) };
  if (token === "(") {
    const inner = parseOr(tokens);
    if (tokens.shift() !== ")") throw badRequest("a bracket of the search query is not closed");
    return inner;
  }
  if (token.startsWith("-")) return { kind: "not", operand: { kind: "term", term: parseTerm(token.slice(1)) } };
  return { kind: "term", term: parseTerm(token) };
}

function parseTerm(token: string): SearchTerm {
  const match = /^([a-z_]+):(>=|<=|>|<)?(.+)$/s.exec(token);
  const [, field, comparator, value] = match ?? [];
  if (field === undefined || value === undefined) throw badRequest(`"${token}" is not a search term of the form field:value`);
  return { field, comparator: (comparator ?? ":") as SearchTerm["comparator"], value: value.replace(/^(["'])(.*)\1$/s, "$2") };
}
