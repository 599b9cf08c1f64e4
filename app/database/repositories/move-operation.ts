/** Single steps of an operation and of the posting it creates. */
import { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { jsonText } from "./json-text.ts";
import { OPEN_STATES, type OperationState } from "./posting-states.ts";
import type { ShopScope } from "./scope.ts";

/** `at` is null where a step is taken back and so has no instant of its own. */
export type Step = { to: OperationState; at: Date | null; fault?: unknown; copyMayComeUntil?: Date | null };

/** Moves an open operation on and returns its posting's id; throws a DefectError when it is not this connection's or not open. */
export async function moveOperation(transaction: Prisma.TransactionClient, scope: ShopScope, operationId: string, step: Step): Promise<string> {
  return movedPosting(await transaction.$queryRaw<Moved[]>(moveStatement(scope, operationId, step)), operationId, step);
}

/**
 * The same, and the posting follows: one does so until its creation is in the books; from then on operations on it leave it `posted`.
 * One statement, so that both move or neither, and no transaction has to be opened around it.
 */
export async function moveWithPosting(
  database: Pick<Prisma.TransactionClient, "$queryRaw">, scope: ShopScope, operationId: string, step: Step,
): Promise<void> {
  const { to, at, copyMayComeUntil = null } = step;
  const rows = await database.$queryRaw<Moved[]>`
    WITH moved AS (${moveStatement(scope, operationId, step)}),
    followed AS (
      UPDATE postings SET state = ${to}, updated_at = COALESCE(${at}::timestamptz, updated_at), copy_may_come_until = COALESCE(${copyMayComeUntil}::timestamptz, copy_may_come_until)
      FROM moved WHERE postings.shop_id = ${scope.shopId} AND postings.id = moved.posting_id AND state = ANY(${[...OPEN_STATES]}::text[])
    )
    SELECT posting_id FROM moved`;
  movedPosting(rows, operationId, step);
}

type Moved = { posting_id: string };

function movedPosting([row]: readonly Moved[], operationId: string, { to }: Step): string {
  if (!row) throw new DefectError(`operation ${operationId} is not open, so it cannot become ${to}`);
  return row.posting_id;
}

function moveStatement({ shopId, connectionId }: ShopScope, operationId: string, { to, at, fault }: Step): Prisma.Sql {
  const settledAt = to === "done" || to === "rejected" ? at : null;
  return Prisma.sql`
    UPDATE operations SET
      state = ${to},
      fault = COALESCE(${fault === undefined ? null : jsonText(fault)}::jsonb, operations.fault),
      sent_at = COALESCE(${to === "sent" ? at : null}::timestamptz, operations.sent_at),
      settled_at = ${settledAt}::timestamptz
    FROM postings
    WHERE operations.shop_id = ${shopId} AND operations.id = ${operationId} AND operations.state = ANY(${[...OPEN_STATES]}::text[])
      AND postings.shop_id = ${shopId} AND postings.id = operations.posting_id AND postings.connection_id = ${connectionId}
    RETURNING operations.posting_id`;
}
