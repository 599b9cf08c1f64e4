/** Writes what a ledger says of a document to its posting. Moves a posting from one ledger document to another only where it is told that the other one stands in for it. */
import type { LedgerDocument } from "#app/pipeline/ports/ledger.ts";
import type { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { jsonText } from "./json-text.ts";
import type { ShopScope } from "./scope.ts";

export async function writeEcho(
  transaction: Prisma.TransactionClient, { shopId, connectionId }: ShopScope, postingId: string, echo: LedgerDocument, at: Date, standsIn = false,
): Promise<void> {
  const count = await transaction.$executeRaw`
    UPDATE postings SET
      entity = ${echo.entity}, ledger_id = ${echo.id}, sync_token = ${echo.syncToken}, doc_number = ${echo.number}, doc_date = ${echo.date.toString()}::date,
      status = ${echo.status}, customer_ledger_id = ${echo.customerId}, currency = ${echo.total.currency}, total_minor = ${echo.total.minor},
      balance_minor = ${echo.balance?.minor ?? null}::bigint, links = ${jsonText(echo.links)}::jsonb, updated_at = ${at}
    WHERE shop_id = ${shopId} AND connection_id = ${connectionId} AND id = ${postingId} AND kind = ${echo.kind}
      AND (${standsIn} OR ledger_id IS NULL OR ledger_id = ${echo.id})`;
  if (count !== 1) throw new DefectError(`posting ${postingId} is not ${echo.kind} ${echo.id}`);
}
