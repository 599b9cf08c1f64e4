/** Numbers that rules made too long for the books. What is there already keeps the number it has, and is never asked about. */
import type { PlannedDocument } from "../documents/document.ts";
import { NUMBER_LENGTH } from "../documents/header.ts";
import { type DocumentRef, KIND_WORDS, refKey } from "../documents/kind.ts";
import type { Issue } from "./issue.ts";

export function longNumberIssues(orderName: string, documents: readonly PlannedDocument[], existing: readonly DocumentRef[]): Issue[] {
  const there = new Set(existing.map(refKey));
  const tooLong = documents.find((document) => document.number !== null && document.number.length > NUMBER_LENGTH && !there.has(refKey(document)));
  if (!tooLong || tooLong.number === null) return [];
  return [{
    code: "number_too_long",
    cause: orderName,
    sentence: `Your rules make the number "${tooLong.number}" for the ${KIND_WORDS[tooLong.kind]} of order ${orderName}: ${tooLong.number.length} characters, and QuickBooks takes ${NUMBER_LENGTH}. Cut short it could be another order's.`,
    remedy: "Make the rule's number, prefix or suffix shorter; the order continues by itself.",
  }];
}
