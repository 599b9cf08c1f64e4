/** The legs of an order's documents as they were posted, by document. Writes nothing. */
import { z } from "zod";
import { refKey } from "#app/domain/documents/kind.ts";
import { money, type Money } from "#app/domain/money/money.ts";
import { kindSchema } from "../repositories/stored-shapes.ts";
import { currentConnection } from "./current-connection.ts";
import type { DeskScope } from "./desk-scope.ts";

export type PostedLeg = { account: string; side: "debit" | "credit"; amount: Money };

const plannedSchema = z.object({
  legs: z.array(z.object({
    account: z.object({ name: z.string() }),
    side: z.enum(["debit", "credit"]),
    amount: z.object({ currency: z.string(), minor: z.string().transform((text) => BigInt(text)) }),
  })),
});

/** By `refKey`, in the order in which the documents were made. */
export async function readLegs(scope: DeskScope, orderId: string): Promise<Map<string, PostedLeg[]>> {
  const connection = await currentConnection(scope);
  if (connection === null) return new Map();
  const rows = await scope.prisma.posting.findMany({
    where: { shopId: scope.shopId, connectionId: connection.id, orderGid: orderId, state: "posted" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { kind: true, part: true, planned: true },
  });
  return new Map(rows.map(({ kind, part, planned }) => [
    refKey({ kind: kindSchema.parse(kind), part }),
    plannedSchema.parse(planned).legs.map(({ account, side, amount }) => ({ account: account.name, side, amount: money(amount.currency, amount.minor) })),
  ]));
}
