/** The query language of 05, 1.13, from text to a syntax tree. Knows no entities. */
import { unreadableQuery } from "../wire/refusals.ts";
import { tokenize } from "./tokenize.ts";
import type { Token } from "./tokenize.ts";

export type Literal = string | number | boolean;
export type Operator = "=" | "<" | ">" | "<=" | ">=" | "LIKE" | "IN";
export type Condition = { field: string; operator: Operator; values: Literal[] };

export type Query = {
  entity: string;
  counts: boolean;
  where: Condition[];
  orderBy: { field: string; descending: boolean }[];
  startPosition: number;
  maxResults: number;
};

const DEFAULT_MAX_RESULTS = 100;
const COMPARISONS = ["=", "<", ">", "<=", ">="] as const;

/** Keywords in any case; STARTPOSITION and MAXRESULTS in either order (recorded: all-sales_receipts-1). Throws 4000. */
export function parseQuery(text: string): Query {
  const tokens = new TokenReader(tokenize(text));
  tokens.requireWord("SELECT");
  const counts = parseSelection(tokens);
  tokens.requireWord("FROM");
  const query: Query = {
    entity: tokens.requireName(),
    counts,
    where: tokens.takeWord("WHERE") ? parseConditions(tokens) : [],
    orderBy: [],
    startPosition: 1,
    maxResults: DEFAULT_MAX_RESULTS,
  };
  while (!tokens.isAtEnd()) parseClause(tokens, query);
  return query;
}

function parseSelection(tokens: TokenReader): boolean {
  if (tokens.takeSymbol("*")) return false;
  tokens.requireWord("COUNT");
  for (const symbol of ["(", "*", ")"]) tokens.requireSymbol(symbol);
  return true;
}

function parseConditions(tokens: TokenReader): Condition[] {
  const conditions = [parseCondition(tokens)];
  while (tokens.takeWord("AND")) conditions.push(parseCondition(tokens));
  return conditions;
}

function parseCondition(tokens: TokenReader): Condition {
  const field = tokens.requireName();
  if (tokens.takeWord("IN")) return { field, operator: "IN", values: parseList(tokens) };
  if (tokens.takeWord("LIKE")) return { field, operator: "LIKE", values: [tokens.requireLiteral()] };
  const operator = COMPARISONS.find((symbol) => tokens.takeSymbol(symbol));
  if (!operator) throw tokens.unexpected();
  return { field, operator, values: [tokens.requireLiteral()] };
}

function parseList(tokens: TokenReader): Literal[] {
  tokens.requireSymbol("(");
  const values = [tokens.requireLiteral()];
  while (tokens.takeSymbol(",")) values.push(tokens.requireLiteral());
  tokens.requireSymbol(")");
  return values;
}

function parseClause(tokens: TokenReader, query: Query): void {
  if (tokens.takeWord("STARTPOSITION")) query.startPosition = tokens.requireCount();
  else if (tokens.takeWord("MAXRESULTS")) query.maxResults = tokens.requireCount();
  else if (tokens.takeWord("ORDERBY")) query.orderBy = parseOrder(tokens);
  else if (tokens.takeWord("ORDER")) {
    tokens.requireWord("BY");
    query.orderBy = parseOrder(tokens);
  } else throw tokens.unexpected();
}

function parseOrder(tokens: TokenReader): Query["orderBy"] {
  const order: Query["orderBy"] = [];
  do {
    const field = tokens.requireName();
    const descending = tokens.takeWord("DESC");
    if (!descending) tokens.takeWord("ASC");
    order.push({ field, descending });
  } while (tokens.takeSymbol(","));
  return order;
}

/** A cursor over the tokens; every `require` throws 4000 with the token that was met. */
class TokenReader {
  private position = 0;
  private readonly tokens: Token[];

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.position >= this.tokens.length;
  }

  takeWord(word: string): boolean {
    const token = this.tokens[this.position];
    const matches = token?.kind === "word" && token.text.toUpperCase() === word;
    if (matches) this.position += 1;
    return matches;
  }

  takeSymbol(symbol: string): boolean {
    const token = this.tokens[this.position];
    const matches = token?.kind === "symbol" && token.text === symbol;
    if (matches) this.position += 1;
    return matches;
  }

  requireWord(word: string): void {
    if (!this.takeWord(word)) throw this.unexpected();
  }

  requireSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected();
  }

  requireName(): string {
    const token = this.tokens[this.position];
    if (token?.kind !== "word") throw this.unexpected();
    this.position += 1;
    return token.text;
  }

  requireLiteral(): Literal {
    const token = this.tokens[this.position];
    if (!token) throw this.unexpected();
    this.position += 1;
    if (token.kind === "string") return token.text;
    if (token.kind === "number") return Number(token.text);
    if (token.kind === "word" && /^(true|false)$/i.test(token.text)) return token.text.toLowerCase() === "true";
    this.position -= 1;
    throw this.unexpected();
  }

  requireCount(): number {
    const value = this.requireLiteral();
    if (!Number.isInteger(Number(value)) || Number(value) < 0) throw unreadableQuery(`${value} is no count`);
    return Number(value);
  }

  unexpected(): Error {
    const token = this.tokens[this.position];
    return unreadableQuery(token ? `Encountered "${token.text}" at token ${this.position + 1}` : "Unexpected end of query");
  }
}
