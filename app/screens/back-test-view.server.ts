/** Before and after, in words: what the editor's panel and the publishing dialog show of a back-test. */
import type { Comparison } from "#app/domain/back-test/back-test.ts";
import type { FactChange } from "#app/domain/back-test/compare-outcomes.ts";
import type { Format } from "./format.server.ts";
import type { AccountChange } from "./shared-views.ts";
import { BACK_TEST_WORDS as WORDS, DOCUMENT_WORDS } from "./words.en.ts";

export type ChangedFact = { label: string; before: string; after: string };

export const changeFacts = (changes: readonly FactChange[], format: Format): ChangedFact[] =>
  changes.map(({ document, name, before, after }) => ({ label: labelOf(document, name), before: shown(name, before, after, format), after: shown(name, after, before, format) }));

function labelOf(document: FactChange["document"], name: string): string {
  if (document === null) return WORDS.treatment;
  const kind = DOCUMENT_WORDS[document].one;
  return name === "document" ? kind : `${kind}: ${WORDS.facts[name] ?? inWords(name)}`;
}

/** `line taxCode` → `line tax code`. */
const inWords = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

function shown(name: string, value: string | null, other: string | null, format: Format): string {
  if (name === "treatment") return value ?? WORDS.synced;
  if (value === null) return name === "document" ? WORDS.notMade : "";
  if (name === "document") return value === "" ? WORDS.made : value.split(" · ").map((part) => amountOf(part, format)).join(" · ");
  // Long lists and memos: what both have says nothing.
  return value.length > 120 && other !== null ? `${value.slice(0, 117)}…` : amountOf(value, format);
}

const AMOUNT = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;
function amountOf(text: string, format: Format): string {
  const [, decimal, currency] = AMOUNT.exec(text) ?? [];
  return decimal === undefined || currency === undefined ? text : format.amount(currency, decimal);
}

export const movedView = (moved: Comparison["moved"], format: Format): AccountChange[] =>
  moved.map(({ account, amount }) => ({ account, change: `${amount.minor > 0n ? "+" : ""}${format.money(amount)}` }));
