/** Plain JSON for storage and view models: money as `{ currency, amount }`, dates and instants as ISO text. One-way; nothing is computed from it again. */
import { Temporal } from "temporal-polyfill";
import { formatMoney } from "#app/domain/money/money.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function jsonSafe(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(jsonSafe);
  if (typeof value !== "object") return null;
  if ("currency" in value && "minor" in value && typeof value.currency === "string" && typeof value.minor === "bigint") {
    return { currency: value.currency, amount: formatMoney({ currency: value.currency, minor: value.minor }) };
  }
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, jsonSafe(each)]));
}
