/** How what the books hold compares with what we sent, aspect by aspect. Pure. */
import type { DocumentRef } from "#app/domain/documents/kind.ts";
import { type Aspects, applicationsText } from "#app/domain/plan/aspects.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import type { LedgerDocument } from "../ports/ledger.ts";

/** Documents of the order by the ledger's id, which is how links name them. */
export const liveRefs = (posted: readonly PostedDocument[]): Map<string, DocumentRef> =>
  new Map(posted.map(({ kind, part, ledgerId }) => [`${kind}/${ledgerId}`, { kind, part }]));

/** Lines are compared with what we sent; how a payment is applied and whether a sales order is closed are taken from the books. Links to documents that are not ours are the bookkeeper's. */
export function aspectsInBooks({ kind, aspects, syncToken }: Pick<PostedDocument, "kind" | "aspects"> & Partial<Pick<PostedDocument, "syncToken">>, echo: LedgerDocument, live: ReadonlyMap<string, DocumentRef>): Aspects {
  switch (kind) {
    case "sales_order":
      return { ...aspects, standing: echo.status, ...(syncToken !== undefined && syncToken !== echo.syncToken && echo.links.length === 0 && { editedByHand: "yes" }) };
    case "payment":
      return { ...aspects, applications: applicationsText(echo.links.flatMap((link) => {
        const to = live.get(`${link.kind}/${link.id}`);
        return to && link.amount ? [{ to, amount: link.amount }] : [];
      })) };
    case "invoice":
    case "sales_receipt":
    case "chargeback":
    case "chargeback_reversal":
    case "credit_memo":
    case "refund_receipt":
    case "customer_refund":
      return aspects;
  }
}
