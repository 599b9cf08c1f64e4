/** What a preview said of one order, as the result tells it (design page 09); amounts are decimal strings. */
import { isSalesForm, type PlannedDocument } from "#app/domain/documents/document.ts";
import { formatMoney } from "#app/domain/money/money.ts";
import type { PreviewedWrite } from "#app/pipeline/ports/preview.ts";
import type { RunPreview } from "#app/pipeline/ports/shop-desk.ts";
import type { ResultIssue, ResultLine } from "./result.ts";

export type PlannedWrite = {
  op: string;
  kind: string;
  docNumber: string | null;
  date: string;
  total: string;
  lines: ResultLine[];
  legs: { account: string; side: "debit" | "credit"; amount: string }[];
};

export type ResultPlan = {
  order: string;
  state: string;
  reason?: string;
  /** What a sync would write, in its order; empty: nothing to do. */
  documents: PlannedWrite[];
  /** Debit positive. */
  effect: Record<string, string>;
  issues: ResultIssue[];
};

export function resultPlan({ orderId, read, state, reason, writes, effect, issues }: RunPreview["orders"][number]): ResultPlan {
  return {
    order: read?.name ?? orderId,
    state,
    ...(reason === null ? {} : { reason }),
    documents: writes.map(plannedWrite),
    effect: Object.fromEntries(effect.map(({ account, amount }) => [account, formatMoney(amount)])),
    issues: issues.map(({ code, sentence, remedy }) => ({ code, sentence, remedy })),
  };
}

function plannedWrite({ op, document }: PreviewedWrite): PlannedWrite {
  return {
    op, kind: document.kind, docNumber: document.number, date: document.date.toString(), total: formatMoney(document.total),
    lines: linesOf(document),
    legs: document.legs.map(({ account, side, amount }) => ({ account: account.name, side, amount: formatMoney(amount) })),
  };
}

function linesOf(document: PlannedDocument): ResultLine[] {
  if (document.kind === "purchase_order") return document.lines.map(({ description, item, quantity, amount }) => ({ description, item, quantity, amount: formatMoney(amount) }));
  if (!isSalesForm(document)) return [];
  return document.lines.map(({ description, item, quantity, amount, taxed, taxCode }) => ({ description, item, quantity, amount: formatMoney(amount), taxCode: taxCode?.name ?? (taxed ? "TAX" : "NON") }));
}
