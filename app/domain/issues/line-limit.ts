/** Documents with more lines than QuickBooks takes. They are told before anything of the order is sent, so that no payment stands there without what it pays. */
import { isSalesForm, type PlannedDocument } from "../documents/document.ts";
import { KIND_WORDS } from "../documents/kind.ts";
import { tooManyLines } from "./catalogue.ts";
import type { Issue } from "./issue.ts";

/** QuickBooks: 750 lines on one form, the discount's own among them (05 §1.1). */
const MOST_LINES = 750;

export const lineLimitIssues = (orderName: string, documents: readonly PlannedDocument[]): Issue[] =>
  documents.filter(isSalesForm).filter(({ lines }) => lines.length > MOST_LINES).slice(0, 1).map(({ kind, lines }) => tooManyLines(orderName, KIND_WORDS[kind], lines.length, MOST_LINES));
