/** Single steps of an operation and of the posting it creates, inside a caller's transaction. */
import type { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { jsonText } from "./json-text.ts";
import { OPEN_STATES, type OperationState } from "./posting-states.ts";
import type { ShopScope } from "./scope.ts";

/** `at` is null where a step is taken back and so has no instant of its own. */
export type Step = { to: OperationState; at: Date | null; fault?: unknown; copyMayComeUntil?: Date | null };

/** Moves an open operation on and returns its posting's id; throws a DefectError when it is not this connection's or not open. */
export async function moveOperation(
  transaction: Prisma.TransactionClient, { shopId, connectionId }: ShopScope, operationId: string, { to, at, fault }: Step,
): Promise<string> {
  const settledAt = to === "done" || to === "rejected" ? at : null;
  const [row] = await transaction.$queryRaw<{ posting_id: string }[]>`
    UPDATE operations SET
      state = ${to},
      fault = COALESCE(${fault === undefined ? null : jsonText(fault)}::jsonb, operations.fault),
      sent_at = COALESCE(${to === "sent" ? at : null}::timestamptz, operations.sent_at),
      settled_at = ${settledAt}::timestamptz
    FROM postings
    WHERE operations.shop_id = ${shopId} AND operations.id = ${operationId} AND operations.state = ANY(${[...OPEN_STATES]}::text[])
      AND postings.shop_id = ${shopId} AND postings.id = operations.posting_id AND postings.connection_id = ${connectionId}
    RETURNING operations.posting_id`;
  if (!row) throw new DefectError(`operation ${operationId} is not open, so it cannot become ${to}`);
  return row.posting_id;
}

/** A posting follows its creation until it is in the books; from then on operations on it leave it `posted`. */
export async function movePosting(transaction: Prisma.TransactionClient, { shopId }: ShopScope, postingId: string, { to, at, copyMayComeUntil = null }: Step): Promise<void> {
  await transaction.$executeRaw`
    UPDATE postings SET state = ${to}, updated_at = COALESCE(${at}::timestamptz, updated_at), copy_may_come_until = COALESCE(${copyMayComeUntil}::timestamptz, copy_may_come_until)
    WHERE shop_id = ${shopId} AND id = ${postingId} AND state = ANY(${[...OPEN_STATES]}::text[])`;
}
