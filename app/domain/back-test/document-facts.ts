/** Everything a person could see on a document, as text by name, without knowing what kinds of fields there are: a new one is told without anybody thinking of it. */
import { Temporal } from "temporal-polyfill";
import type { PlannedDocument } from "../documents/document.ts";
import { formatMoney } from "../money/money.ts";

export type Facts = ReadonlyMap<string, string>;

/** Ours, not the books': what is in them follows from what is told. */
const LEFT_OUT = new Set(["kind", "part", "currency", "marker", "legs", "covers", "salesOrder", "applications", "lineClasses", "kept", "ruled", "standing", "billTo", "shipTo", "taxes", "payable", "ordinal", "codesLines", "closedDay", "bundles"]);
const LEFT_OUT_OF_LINES = new Set(["role", "withTax", "unitPrice", "taxed", "lineId", "partOf", "perBundle"]);

export function documentFacts(document: PlannedDocument): Facts {
  const facts = new Map<string, string>();
  for (const [name, value] of Object.entries(document)) {
    if (LEFT_OUT.has(name)) continue;
    if (name === "lines") lineFacts(value, facts);
    else facts.set(name, textOf(value));
  }
  return facts;
}

/** By property, over all lines: "line account" → "Sales, Shipping Income". */
function lineFacts(lines: unknown, facts: Map<string, string>): void {
  for (const line of Array.isArray(lines) ? lines : []) {
    for (const [name, value] of Object.entries(isObject(line) ? line : {})) {
      if (LEFT_OUT_OF_LINES.has(name)) continue;
      const before = facts.get(`line ${name}`);
      facts.set(`line ${name}`, before === undefined ? textOf(value) : `${before}, ${textOf(value)}`);
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map(textOf).filter((text) => text !== "").join(", ");
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return value.toString();
  if (!isObject(value)) return "";
  if (typeof value["minor"] === "bigint" && typeof value["currency"] === "string") return `${formatMoney({ currency: value["currency"], minor: value["minor"] })} ${value["currency"]}`;
  if ("name" in value) return "value" in value ? `${textOf(value["name"])}: ${textOf(value["value"])}` : textOf(value["name"]);
  return Object.values(value).map(textOf).filter((text) => text !== "").join(" ");
}
