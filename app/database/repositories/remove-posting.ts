/** The two ends of taking a document out of the books: the intent before it is sent, and its outcome. Never sends, and never removes a row. */
import { randomUUID } from "node:crypto";
import type { Instant, RemovalIntent } from "#app/pipeline/ports/repositories.ts";
import { DefectError } from "./defect-error.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { moveOperation } from "./move-operation.ts";
import { OPEN_STATES } from "./posting-states.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";

/**
 * An earlier intent for the posting that never left us gives way. Throws a DefectError when the posting is not in the books, when one may be under way
 * (look it up first, law 5), or when the request id stands for another payload.
 */
export async function intendRemoval({ prisma, shopId, connectionId }: ShopScope, intent: RemovalIntent, at: Instant): Promise<{ operationId: string }> {
  const { postingId, requestId } = intent;
  return prisma.$transaction(async (transaction) => {
    // Two intents for one posting take turns.
    const [posting] = await transaction.$queryRaw<{ state: string }[]>`
      SELECT state FROM postings WHERE shop_id = ${shopId} AND connection_id = ${connectionId} AND id = ${postingId} FOR UPDATE`;
    if (posting?.state !== "posted") throw new DefectError(`posting ${postingId} is not in the books, so it cannot be removed`);
    const open = await transaction.operation.findMany({ where: { shopId, postingId, state: { in: [...OPEN_STATES] } }, select: { id: true, state: true, requestId: true, payloadHash: true } });
    const same = open.find((each) => each.requestId === requestId);
    if (same && same.payloadHash !== intent.payloadHash) throw new DefectError(`request id ${requestId} was committed with another payload (operation ${same.id})`);
    if (same) return { operationId: same.id };
    if (open.some(({ state }) => state !== "intended")) throw new DefectError(`an operation of posting ${postingId} may be in the books; look it up first`);
    await transaction.$executeRaw`
      UPDATE operations SET state = 'rejected', fault = ${jsonText({ kind: "superseded", by: requestId })}::jsonb, settled_at = ${toDate(at)}
      WHERE shop_id = ${shopId} AND posting_id = ${postingId} AND state = 'intended'`;
    const id = randomUUID();
    // What was planned, and how it is looked for, stand with the posting's last operation.
    const count = await transaction.$executeRaw`
      INSERT INTO operations (id, shop_id, posting_id, op, revision, request_id, payload_hash, payload, planned, aspects, look_up, state, created_at)
      SELECT ${id}, shop_id, posting_id, ${intent.op}, ${intent.revision}, ${requestId}, ${intent.payloadHash}, ${jsonText(intent.payload)}::jsonb, planned, aspects, look_up, 'intended', ${toDate(at)}
      FROM operations WHERE shop_id = ${shopId} AND posting_id = ${postingId} ORDER BY revision DESC LIMIT 1`;
    if (count !== 1) throw new DefectError(`posting ${postingId} has no operation that made it`);
    return { operationId: id };
  }, TRANSACTION_LIMITS);
}

/** Settling again changes nothing. */
export async function settleRemoval(scope: ShopScope, operationId: string, at: Instant): Promise<void> {
  const { prisma, shopId, connectionId } = scope;
  await prisma.$transaction(async (transaction) => {
    const operation = await transaction.operation.findFirst({ where: { id: operationId, shopId, posting: { connectionId } }, select: { state: true } });
    if (operation?.state === "done") return;
    const postingId = await moveOperation(transaction, scope, operationId, { to: "done", at: toDate(at) });
    // The operation may have taken a copy away, which is not what the posting stands for.
    await transaction.$executeRaw`
      UPDATE postings SET state = 'undone', updated_at = ${toDate(at)} FROM operations
      WHERE postings.shop_id = ${shopId} AND postings.connection_id = ${connectionId} AND postings.id = ${postingId}
        AND operations.shop_id = ${shopId} AND operations.id = ${operationId} AND operations.payload ->> 'id' = postings.ledger_id`;
  }, TRANSACTION_LIMITS);
}
