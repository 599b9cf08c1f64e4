/** What a preview says (decision 020): what a sync by a person's hand would write for an order, and where the order would stand then. */
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import type { Money } from "#app/domain/money/money.ts";
import type { OperationName } from "#app/domain/plan/operation.ts";
import type { Instant } from "./repositories.ts";

/** One write that a real run would send. `payload`: its body; ids of documents that the same run makes are words such as "new invoice 3". */
export type PreviewedWrite = { op: OperationName; document: PlannedDocument; payload: unknown };

export type PreviewedOrder = {
  orderId: string;
  /** Null where the order could not be read. */
  read: { name: string; status: string; placedAt: Instant; total: Money } | null;
  state: string;
  reason: string | null;
  /** JSON-safe, as it would be recorded. */
  decision: unknown;
  plan: unknown;
  proof: unknown;
  issues: readonly Issue[];
  writes: PreviewedWrite[];
};

/** Signed, debit positive. */
export type AccountEffect = { account: string; amount: Money };
