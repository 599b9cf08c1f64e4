/** A database connection that has every statement planned once and then only carried out. For suites on a server of their own: through a pooler that hands out sessions by the transaction it would fail. */
import { createHash } from "node:crypto";
import { Client, type QueryConfig } from "pg";

/** By text. */
const names = new Map<string, string>();

export class PreparingClient extends Client {
  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(config);
    const send: (...given: unknown[]) => unknown = this.query.bind(this);
    Object.assign(this, { query: (first: unknown, ...others: unknown[]) => send(prepared(first), ...others) });
  }
}

function isStatement(given: unknown): given is QueryConfig & { values: unknown[] } {
  return typeof given === "object" && given !== null && "text" in given && typeof given.text === "string" && "values" in given && Array.isArray(given.values) && given.values.length > 0;
}

function prepared(given: unknown): unknown {
  return isStatement(given) ? { ...given, name: nameOf(given.text) } : given;
}

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}
