/** Closes an earlier intent for the same part that certainly never took effect, so that a changed one can take its place under its own key. */
import type { Intent } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { moveWithPosting } from "./move-operation.ts";
import { OPEN_STATES } from "./posting-states.ts";
import type { ShopScope } from "./scope.ts";

/** Throws a DefectError when the earlier operation was sent and its outcome is not known (law 5). */
export async function supersede(transaction: Prisma.TransactionClient, scope: ShopScope, { orderId, document, requestId }: Intent, at: Date): Promise<void> {
  const { shopId, connectionId } = scope;
  const open = await transaction.$queryRaw<{ id: string; state: string }[]>`
    SELECT operations.id, operations.state FROM postings JOIN operations ON operations.shop_id = postings.shop_id AND operations.posting_id = postings.id
    WHERE postings.shop_id = ${shopId} AND connection_id = ${connectionId} AND order_gid = ${orderId} AND kind = ${document.kind} AND part = ${document.part}
      AND operations.state = ANY(${[...OPEN_STATES]}::text[])
    ORDER BY operations.created_at, operations.revision`;
  for (const { id, state } of open) {
    if (state !== "intended") throw new DefectError(`operation ${id} of the same document is ${state}; look it up first`);
    const step = { to: "rejected", at, fault: { kind: "superseded", by: requestId } } as const;
    await moveWithPosting(transaction, scope, id, step);
  }
}
