/** A create whose answer was lost may only go out again byte for byte (R3): this finds the document as it was then, however the order has changed since. */
import type { PlannedDocument, Standing } from "#app/domain/documents/document.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import type { WriteName } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import { payloadHash } from "../keys.ts";
import type { Fault } from "../ports/fault.ts";
import { type Execution, referencesOf } from "./execution.ts";

/** The document itself where nothing is unknown or nothing changed; an earlier form of it; or the fault of waiting until the first one is found. */
export function asItWasSent({ ledger }: DrainContext, execution: Execution, op: WriteName, document: PlannedDocument): Result<PlannedDocument, Fault> {
  const unknown = execution.open.find((each) => each.op === "create" && each.state !== "intended" && refKey(each) === refKey(document));
  if (op !== "create" || !unknown) return success(document);
  for (const form of earlierForms(document)) {
    const body = ledger.describe({ op, document: form, references: referencesOf(execution), requestId: "" });
    if (body.ok && payloadHash(body.value) === unknown.payloadHash) return success(form);
  }
  return failure({ kind: "unknown", detail: `${refKey(document)} was sent before and has changed since; it is looked for until it is found or cannot come any more` });
}

/** What changes by itself between two runs: a payment was not applied yet, a sales order was pending. */
function earlierForms(document: PlannedDocument): PlannedDocument[] {
  switch (document.kind) {
    case "sales_order": {
      const standings: Standing[] = ["pending", "accepted"];
      return [document, ...standings.map((standing) => ({ ...document, standing }))];
    }
    case "payment":
      return [document, { ...document, applications: [] }];
    case "invoice":
      // Before a bookkeeper put something on its sales order.
      return document.kept ? [document, { ...document, kept: undefined }] : [document];
    case "chargeback":
    case "chargeback_reversal":
    case "sales_receipt":
    case "credit_memo":
    case "refund_receipt":
    case "customer_refund":
    case "purchase_order":
      return [document];
  }
}
