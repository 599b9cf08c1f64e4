/** How what the books hold compares with what we sent, aspect by aspect. Pure. */
import type { DocumentRef } from "#app/domain/documents/kind.ts";
import { purchaseHeadIn, purchaseHeadText } from "#app/domain/documents/purchase-order/line-text.ts";
import { type Aspects, applicationsText } from "#app/domain/plan/aspects.ts";
import { MARKED } from "#app/domain/order/marked-as-paid.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import type { LedgerDocument } from "../ports/ledger.ts";

/** Documents of the order by the ledger's id, which is how links name them. */
export const liveRefs = (posted: readonly PostedDocument[]): Map<string, DocumentRef> =>
  new Map(posted.map(({ kind, part, ledgerId }) => [`${kind}/${ledgerId}`, { kind, part }]));

/** As a purchase order's number ends. */
const ordinalIn = (number: string | null): number | null => (number === null ? null : Number(/-D(\d+)$/.exec(number)?.[1] ?? Number.NaN) || null);

/** Lines are compared with what we sent; how a payment is applied and whether a sales order is closed are taken from the books, and so is the account that money stands on. Links to documents that are not ours are the bookkeeper's. */
export function aspectsInBooks(known: Known, echo: LedgerDocument, live: ReadonlyMap<string, DocumentRef>): Aspects {
  const aspects = ownAspects(known, echo, live);
  return echo.deposit === undefined ? aspects : { ...aspects, deposit: echo.deposit };
}

type Known = Pick<PostedDocument, "kind" | "aspects"> & Partial<Pick<PostedDocument, "syncToken">>;

function ownAspects({ kind, aspects, syncToken }: Known, echo: LedgerDocument, live: ReadonlyMap<string, DocumentRef>): Aspects {
  switch (kind) {
    case "sales_order":
      return { ...aspects, standing: echo.status, ...(syncToken !== undefined && syncToken !== echo.syncToken && echo.links.length === 0 && { editedByHand: "yes" }) };
    case "purchase_order":
      return { ...aspects, standing: echo.status === "closed" ? "closed" : (aspects.standing ?? "open"), head: purchaseHeadText({ vendor: { id: "", name: purchaseHeadIn(aspects.head).name }, ordinal: ordinalIn(echo.number) ?? purchaseHeadIn(aspects.head).ordinal }) };
    case "payment": {
      // A rule's payment that still goes by its own reference has not become the real one.
      const { became, ...others } = aspects;
      return { ...others, ...(became !== undefined && !echo.reference?.startsWith(MARKED) && { became }), applications: applicationsText(echo.links.flatMap((link) => {
        const to = live.get(`${link.kind}/${link.id}`);
        return to && link.amount ? [{ to, amount: link.amount }] : [];
      })) };
    }
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
