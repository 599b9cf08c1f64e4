/** Operations: single steps that turn what is posted into what is planned. */
import type { PaymentDocument, PlannedDocument, SalesOrderDocument } from "../documents/document.ts";
import type { DocumentKind } from "../documents/kind.ts";
import type { Money } from "../money/money.ts";
import type { Aspects } from "./aspects.ts";
import type { Temporal } from "temporal-polyfill";

/** Our record of a document that was posted, as far as the pure stages need it. */
export type PostedDocument = {
  postingId: string;
  kind: DocumentKind;
  part: string;
  revision: number;
  ledgerId: string;
  syncToken: string;
  number: string | null;
  date: Temporal.PlainDate;
  /** As the ledger answered it last, which may differ from what was sent. */
  total: Money;
  /** Whom it names in the ledger, as it answered last; null or left out where that is not known. */
  customerId?: string | null;
  /** What was last sent, aspect by aspect; compared with the plan's. */
  aspects: Aspects;
};

/**
 * A document that was in the books and was taken away; only a person's resync makes it again (law 6). `byOrder`: nobody but we took it, because the order had
 * nothing left, so it is made again when the order has (decision 057). `voided`: how many of it we have voided so; each keeps its number in the books.
 */
export type UndoneDocument = { kind: DocumentKind; part: string; revision: number; byOrder?: true; voided?: number };

export type Operation =
  | { op: "create"; document: PlannedDocument }
  | { op: "update"; document: PlannedDocument; posted: PostedDocument }
  | { op: "apply"; document: PaymentDocument; posted: PostedDocument | null }
  | { op: "close"; document: SalesOrderDocument; posted: PostedDocument | null };

/** How a document is taken out of the books; a void one stays there, with all amounts 0. */
export type RemovalName = "delete" | "void";

/** Writes of a planned document. */
export type WriteName = Operation["op"];

export type OperationName = WriteName | RemovalName;
