/** Commits what is about to be sent, before it is sent (R3). Never sends, and never lets a changed payload go out under an old key. */
import { randomUUID } from "node:crypto";
import type { Instant, Intent } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { LIVE_STATES } from "./posting-states.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";
import { supersede } from "./supersede.ts";

export type IntendedIds = { operationId: string; postingId: string };

/**
 * The ids of the operation and its posting. An equal intent (same request id, same payload hash) that is open or done is returned as it is.
 * Another intent for the same part that never left us is superseded by this one.
 * Throws a DefectError when the request id stands for another payload, when its operation was refused (the next attempt is a new revision),
 * when an operation of the part may be in the books (look it up first, law 5), or when a create meets a document that is there.
 */
export function intend(scope: ShopScope, intent: Intent, at: Instant): Promise<IntendedIds> {
  return scope.prisma.$transaction((transaction) => intendWithin(transaction, scope, intent, at), TRANSACTION_LIMITS);
}

/** The same inside the caller's transaction. */
export async function intendWithin(transaction: Prisma.TransactionClient, scope: ShopScope, intent: Intent, at: Instant): Promise<IntendedIds> {
  await lockOrder(transaction, scope, intent.orderId);
  const same = await equalIntent(transaction, scope, intent);
  if (same) return same;
  await supersede(transaction, scope, intent, toDate(at));
  const postingId = intent.postingId === null
    ? await insertPosting(transaction, scope, intent, toDate(at))
    : await ownPosting(transaction, scope, intent, intent.postingId);
  return { operationId: await insertOperation(transaction, scope, intent, postingId, toDate(at)), postingId };
}

/** Two intents for one order take turns, so that check and insert are one step; released with the transaction. */
async function lockOrder(transaction: Prisma.TransactionClient, { shopId }: ShopScope, orderId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`intend/${shopId}/${orderId}`}, 0))`;
}

async function equalIntent(transaction: Prisma.TransactionClient, { shopId, connectionId }: ShopScope, intent: Intent): Promise<IntendedIds | null> {
  const { kind, part } = intent.document;
  const [found] = await transaction.$queryRaw<{ id: string; payloadHash: string; state: string; postingId: string; samePart: boolean }[]>`
    SELECT operations.id, payload_hash AS "payloadHash", operations.state, posting_id AS "postingId",
      (connection_id = ${connectionId} AND order_gid = ${intent.orderId} AND kind = ${kind} AND part = ${part}) AS "samePart"
    FROM operations JOIN postings ON postings.shop_id = operations.shop_id AND postings.id = operations.posting_id
    WHERE operations.shop_id = ${shopId} AND request_id = ${intent.requestId}`;
  if (!found) return null;
  if (!found.samePart) throw new DefectError(`request id ${intent.requestId} belongs to another document (posting ${found.postingId})`);
  if (found.payloadHash !== intent.payloadHash) throw new DefectError(`request id ${intent.requestId} was committed with another payload (operation ${found.id})`);
  if (found.state === "rejected") throw new DefectError(`operation ${found.id} was rejected; another attempt needs the next revision`);
  return { operationId: found.id, postingId: found.postingId };
}

async function insertPosting(transaction: Prisma.TransactionClient, { shopId, connectionId }: ShopScope, intent: Intent, at: Date): Promise<string> {
  const { document } = intent;
  const [row] = await transaction.$queryRaw<{ id: string }[]>`
    INSERT INTO postings (
      id, shop_id, connection_id, order_gid, kind, part, revision, state, doc_number, doc_date, currency, total_minor,
      aspects, planned, links, created_at, updated_at
    ) VALUES (
      ${randomUUID()}, ${shopId}, ${connectionId}, ${intent.orderId}, ${document.kind}, ${document.part}, ${intent.revision}, 'intended',
      ${document.number}, ${document.date.toString()}::date, ${document.total.currency}, ${document.total.minor},
      ${jsonText(intent.aspects)}::jsonb, ${jsonText(document)}::jsonb, '[]'::jsonb, ${at}, ${at}
    )
    ON CONFLICT DO NOTHING RETURNING id`;
  if (!row) throw new DefectError(`${document.kind}/${document.part} of ${intent.orderId} is in the books already, or revision ${intent.revision} was used before`);
  return row.id;
}

/** The posting an operation changes must be this order's and live. */
async function ownPosting(transaction: Prisma.TransactionClient, { shopId, connectionId }: ShopScope, intent: Intent, postingId: string): Promise<string> {
  const { kind, part } = intent.document;
  const posting = await transaction.posting.findFirst({
    where: { id: postingId, shopId, connectionId, orderGid: intent.orderId, kind, part, state: { in: [...LIVE_STATES] } },
    select: { id: true },
  });
  if (!posting) throw new DefectError(`posting ${postingId} is not a live ${kind}/${part} of ${intent.orderId}`);
  return posting.id;
}

async function insertOperation(transaction: Prisma.TransactionClient, { shopId }: ShopScope, intent: Intent, postingId: string, at: Date): Promise<string> {
  const id = randomUUID();
  await transaction.$executeRaw`
    INSERT INTO operations (id, shop_id, posting_id, op, revision, request_id, payload_hash, payload, planned, aspects, look_up, state, created_at)
    VALUES (
      ${id}, ${shopId}, ${postingId}, ${intent.op}, ${intent.revision}, ${intent.requestId}, ${intent.payloadHash},
      ${jsonText(intent.payload)}::jsonb, ${jsonText(intent.document)}::jsonb, ${jsonText(intent.aspects)}::jsonb, ${jsonText(intent.lookUp)}::jsonb, 'intended', ${at}
    )`;
  return id;
}
