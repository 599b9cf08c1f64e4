/** Records that a document is gone from the books by a person's hand. Deletes nothing: its history stays. */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import { DefectError } from "./defect-error.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { OPEN_STATES } from "./posting-states.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";

/** The posting becomes `undone` and whatever was under way for it is closed: there is no document left to change. */
export async function undo({ prisma, shopId, connectionId }: ShopScope, postingId: string, at: Instant): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const { count } = await transaction.posting.updateMany({
      where: { shopId, connectionId, id: postingId, state: { in: ["posted", "undone"] } },
      data: { state: "undone", updatedAt: toDate(at) },
    });
    if (count !== 1) throw new DefectError(`posting ${postingId} is not in the books, so it cannot be undone`);
    await transaction.$executeRaw`
      UPDATE operations SET state = 'rejected', fault = ${jsonText({ kind: "undone" })}::jsonb, settled_at = ${toDate(at)}
      WHERE shop_id = ${shopId} AND posting_id = ${postingId} AND state = ANY(${[...OPEN_STATES]}::text[])`;
  }, TRANSACTION_LIMITS);
}
