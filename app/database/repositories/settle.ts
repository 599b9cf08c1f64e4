/** Records that a write is in the books, with the ledger's own answer. */
import type { Aspects } from "#app/domain/plan/aspects.ts";
import type { LedgerDocument } from "#app/pipeline/ports/ledger.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { moveOperation } from "./move-operation.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";
import { writeEcho } from "./write-echo.ts";

/** Operation done and posting posted in one transaction. Settling again with the same document changes nothing; with another one it is a defect. */
export async function settle(scope: ShopScope, operationId: string, echo: LedgerDocument, aspects: Aspects, at: Instant): Promise<void> {
  await scope.prisma.$transaction((transaction) => settleWithin(transaction, scope, { operationId, echo, aspects }, at), TRANSACTION_LIMITS);
}

/** The same inside the caller's transaction. */
export async function settleWithin(
  transaction: Prisma.TransactionClient, scope: ShopScope, { operationId, echo, aspects }: { operationId: string; echo: LedgerDocument; aspects: Aspects }, at: Instant,
): Promise<void> {
  if (await isSettled(transaction, scope, operationId)) return;
  const postingId = await moveOperation(transaction, scope, operationId, { to: "done", at: toDate(at) });
  await writeEcho(transaction, scope, postingId, echo, toDate(at));
  await post(transaction, scope, { operationId, postingId, aspects });
}

async function isSettled(transaction: Prisma.TransactionClient, { shopId, connectionId }: ShopScope, operationId: string): Promise<boolean> {
  const [operation] = await transaction.$queryRaw<{ state: string }[]>`
    SELECT operations.state FROM operations JOIN postings ON postings.shop_id = operations.shop_id AND postings.id = operations.posting_id
    WHERE operations.shop_id = ${shopId} AND operations.id = ${operationId} AND postings.connection_id = ${connectionId}`;
  if (!operation) throw new DefectError(`there is no operation ${operationId}`);
  return operation.state === "done";
}

/** What was planned moves over from the operation: until now it was only wanted. */
async function post(
  transaction: Prisma.TransactionClient, { shopId }: ShopScope, { operationId, postingId, aspects }: { operationId: string; postingId: string; aspects: Aspects },
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE postings SET state = 'posted', aspects = ${jsonText(aspects)}::jsonb, planned = operations.planned
    FROM operations
    WHERE postings.shop_id = ${shopId} AND postings.id = ${postingId} AND operations.shop_id = ${shopId} AND operations.id = ${operationId}`;
}
