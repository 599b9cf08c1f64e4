/** Echo check: what the ledger says it holds, compared with the plan after every write. A difference becomes an issue with both figures, never a rounding line. */
import { isSalesForm, type PlannedDocument, unappliedOf } from "#app/domain/documents/document.ts";
import { KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import type { WriteName, PostedDocument } from "#app/domain/plan/operation.ts";
import { echoDiffers } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import { equals, formatMoney, type Money } from "#app/domain/money/money.ts";
import type { LedgerDocument } from "../ports/ledger.ts";

/** The same question for documents that were written earlier: a difference stays an issue until it is gone, whatever the order does meanwhile. */
export function standingIssues(orderName: string, planned: readonly PlannedDocument[], posted: readonly PostedDocument[]): Issue[] {
  return planned.flatMap((document) => {
    // Nothing is left of the order: its sales order is only closed, and keeps the lines it had.
    if (document.kind === "sales_order" && document.lines.length === 0) return [];
    // It posts nothing, and what a person made of its costs is hers.
    if (document.kind === "purchase_order") return [];
    const held = posted.find((each) => refKey(each) === refKey(document));
    const isCurrent = held?.aspects.lines === aspectsOf(document).lines;
    if (!held || !isCurrent || equals(held.total, document.total)) return [];
    return [echoDiffers(orderName, `${KIND_WORDS[document.kind]} total`, formatMoney(document.total), formatMoney(held.total))];
  });
}

/** How much of a payment is applied is not asked right after its creation: the company may have spread it by itself, which is mended first (keep-credits-apart). */
export function echoIssues(orderName: string, op: WriteName, planned: PlannedDocument, echo: LedgerDocument): Issue[] {
  const kind = KIND_WORDS[planned.kind];
  const issues: Issue[] = [];
  const compare = (what: string, wanted: Money, held: Money | null): void => {
    if (held && !equals(wanted, held)) issues.push(echoDiffers(orderName, `${kind} ${what}`, formatMoney(wanted), formatMoney(held)));
  };
  // Closing sends nothing but the status; of a cancelled order the lines stay as they were.
  if (op === "close") return issues;
  compare("total", planned.total, echo.total);
  if (planned.kind === "payment") {
    if (op === "create") return issues;
    compare("unapplied amount", unappliedOf(planned), echo.balance);
  } else if (isSalesForm(planned)) {
    compare("tax", planned.tax, echo.tax);
  }
  if (planned.number !== null && echo.number !== planned.number) {
    issues.push(echoDiffers(orderName, `${kind} number`, planned.number, echo.number ?? "no number"));
  }
  return issues;
}
