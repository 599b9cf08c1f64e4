/** Finds documents by the customer of the ledger that they named when they were last seen. Says nothing of whom they name now. */
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import type { ShopScope } from "./scope.ts";
import { kindSchema } from "./stored-shapes.ts";

/** One that a person moved to somebody else by hand must not be taken for all of them; more would only cost reads. */
const A_FEW = 5;

export async function documentsOfCustomer({ prisma, shopId, connectionId }: ShopScope, customerLedgerId: string): Promise<{ kind: DocumentKind; ledgerId: string }[]> {
  const rows = await prisma.$queryRaw<{ kind: string; ledgerId: string }[]>`
    SELECT kind, ledger_id AS "ledgerId" FROM postings
    WHERE shop_id = ${shopId} AND connection_id = ${connectionId} AND customer_ledger_id = ${customerLedgerId} AND state = 'posted' AND ledger_id IS NOT NULL
    ORDER BY created_at DESC, id LIMIT ${A_FEW}`;
  return rows.map(({ kind, ledgerId }) => ({ kind: kindSchema.parse(kind), ledgerId }));
}
