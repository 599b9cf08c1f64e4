/** Records what was seen in the books without a write of ours. Never changes what we planned. */
import type { Instant, Postings } from "#app/pipeline/ports/repositories.ts";
import { DefectError } from "./defect-error.ts";
import { toDate } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";
import { writeEcho } from "./write-echo.ts";

type Seen = Parameters<Postings["observe"]>[1];

/** Only of a posting that is in the books; `status` given beside an echo wins over the echo's. */
export async function observe(scope: ShopScope, postingId: string, { echo, aspects, status, once, standsIn }: Seen, at: Instant): Promise<void> {
  const { shopId, connectionId } = scope;
  await scope.prisma.$transaction(async (transaction) => {
    if (echo) await writeEcho(transaction, scope, postingId, echo, toDate(at), standsIn);
    const count = await transaction.$executeRaw`
      UPDATE postings SET
        aspects = COALESCE(${aspects ? jsonText(aspects) : null}::jsonb, aspects), status = COALESCE(${status ?? null}, status),
        copy_may_come_until = CASE WHEN ${once ?? false} THEN NULL ELSE copy_may_come_until END, updated_at = ${toDate(at)}
      WHERE shop_id = ${shopId} AND connection_id = ${connectionId} AND id = ${postingId} AND state = 'posted'`;
    if (count !== 1) throw new DefectError(`posting ${postingId} is not in the books`);
  }, TRANSACTION_LIMITS);
}
