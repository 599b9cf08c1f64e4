/** What removing an order's documents would do to the books, by account: their own legs, taken back. Writes nothing. */
import { z } from "zod";
import { add, money, type Money, negate, zero } from "#app/domain/money/money.ts";
import { currentConnection } from "./current-connection.ts";
import type { DeskScope } from "./desk-scope.ts";

/** Signed, debit positive. */
export type AccountEffect = { account: string; amount: Money };

const plannedSchema = z.object({
  legs: z.array(z.object({
    account: z.object({ name: z.string() }),
    side: z.enum(["debit", "credit"]),
    amount: z.object({ currency: z.string(), minor: z.string().transform((text) => BigInt(text)) }),
  })),
});

/** Accounts in the order in which the documents name them; one whose debits and credits cancel out stays, with 0. */
export async function readRemoval(scope: DeskScope, orderId: string): Promise<AccountEffect[]> {
  const connection = await currentConnection(scope);
  if (connection === null) return [];
  const rows = await scope.prisma.posting.findMany({
    where: { shopId: scope.shopId, connectionId: connection.id, orderGid: orderId, state: "posted" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { planned: true },
  });
  const effects = new Map<string, Money>();
  for (const { account, side, amount } of rows.flatMap(({ planned }) => plannedSchema.parse(planned).legs)) {
    const given = money(amount.currency, amount.minor);
    effects.set(account.name, add(effects.get(account.name) ?? zero(amount.currency), side === "debit" ? negate(given) : given));
  }
  return [...effects].map(([account, amount]) => ({ account, amount }));
}
