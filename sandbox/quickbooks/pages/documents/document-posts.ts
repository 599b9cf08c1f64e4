/** What a bookkeeper's press of a button does: through the same path as the API, never in its log; refusals come back as words. */
import type { Books } from "../../company/state.ts";
import { QuickBooksFault } from "../../wire/fault.ts";
import { idOf } from "../../wire/json.ts";
import type { JsonObject } from "../../wire/json.ts";
import { refusalOf } from "../html/notice.ts";
import type { Notice } from "../html/notice.ts";
import type { Outcome } from "../outcome.ts";
import type { PageView } from "../page-view.ts";
import type { Visit } from "../visit.ts";
import { documentPage } from "./document-page.ts";
import type { DocumentSummary } from "./document-summary.ts";
import { documentAddress, summaryOf } from "./document-summary.ts";
import { editPage } from "./edit-page.ts";
import { NotANumber, patchOf } from "./edit-patch.ts";
import { valuesOfForm, valuesOfRow } from "./edit-values.ts";

export function getEdit(books: Books, entity: string, id: string): Outcome {
  const document = summaryOf(books, entity, id);
  return document && editPage(books, document, valuesOfRow(books, document.row));
}

export function postDocument(visit: Visit, entity: string, id: string, verb: string): Outcome {
  const document = visit.read((books) => summaryOf(books, entity, id));
  if (!document) return undefined;
  switch (verb) {
    case "edit":
      return saveEdit(visit, document);
    case "void":
    case "delete":
      return act(visit, document, { action: verb, kind: entity, id, ...versionOf(visit) }, verb === "void" ? "voided" : "deleted");
    case "invoice": {
      const [docNumber, date] = [visit.form.get("docNumber")?.trim() ?? "", visit.form.get("date")];
      return act(visit, document, { action: "invoiceEstimate", id, docNumber, ...(date ? { date } : {}) }, "invoiced");
    }
    default:
      return undefined;
  }
}

function saveEdit(visit: Visit, document: DocumentSummary): Outcome {
  const { entity, id, row } = document;
  const values = visit.read((books) => valuesOfForm(books, row, visit.form));
  const again = (notice: Notice): PageView => visit.read((books) => editPage(books, document, values, notice));
  try {
    const patch = visit.read((books) => patchOf(books, row, values));
    if (Object.keys(patch).length === 0) return { goTo: visit.read((books) => documentAddress(books, entity, id)) };
    visit.control.bookkeeper(visit.realmId, { action: "edit", kind: entity, id, patch, syncToken: values.syncToken });
  } catch (error) {
    if (error instanceof QuickBooksFault) return again(refusalOf(error));
    if (error instanceof NotANumber) return again({ tone: "refused", text: error.message });
    throw error;
  }
  return { goTo: visit.read((books) => `${documentAddress(books, entity, id)}?done=saved`) };
}

function act(visit: Visit, { entity, id }: DocumentSummary, action: JsonObject, done: string): Outcome {
  try {
    const answer = visit.control.bookkeeper(visit.realmId, action);
    const [shownEntity, shownId] = done === "invoiced" ? ["Invoice", idOf(answer)] : [entity, id];
    return { goTo: visit.read((books) => `${documentAddress(books, shownEntity, shownId)}?done=${done}`) };
  } catch (error) {
    if (!(error instanceof QuickBooksFault)) throw error;
    const page = visit.read((books) => documentPage(books, entity, id, refusalOf(error)));
    return page && { ...page, status: 400 };
  }
}

function versionOf({ form }: Visit): { syncToken?: string } {
  const syncToken = form.get("syncToken");
  return syncToken ? { syncToken } : {};
}
