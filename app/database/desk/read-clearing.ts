/** What stands on the shop's clearing account (story A34). Asks QuickBooks for nothing: the company is read daily, and what Tieout booked since is known here. */
import { accountNamed } from "#app/domain/books/choose-accounts.ts";
import { add, money } from "#app/domain/money/money.ts";
import type { HomeFacts } from "#app/pipeline/ports/shop-desk.ts";
import { parseStoredFacts } from "../repositories/company-facts.ts";
import { createConfiguration } from "../repositories/configuration.ts";
import { toInstant } from "../repositories/instants.ts";
import { currentConnection } from "./current-connection.ts";
import type { DeskScope } from "./desk-scope.ts";

export async function readClearing(scope: DeskScope): Promise<HomeFacts["clearing"]> {
  const [connection, settings] = await Promise.all([currentConnection(scope), createConfiguration(scope).settings()]);
  const { company } = parseStoredFacts(connection?.facts);
  const account = company ? accountNamed(company.accounts, settings.value.options.depositAccount) : undefined;
  const held = company?.accounts.find(({ id }) => id === account?.id)?.balance;
  if (!connection?.factsReadAt || !account || !held) return null;
  const [row] = await scope.prisma.$queryRaw<{ minor: string }[]>`
    SELECT COALESCE(SUM((CASE leg->>'side' WHEN 'debit' THEN 1 ELSE -1 END) * (leg->'amount'->>'minor')::numeric), 0)::text AS minor
    FROM postings CROSS JOIN LATERAL jsonb_array_elements(planned->'legs') AS leg
    WHERE shop_id = ${scope.shopId} AND connection_id = ${connection.id} AND state = 'posted' AND created_at >= ${connection.factsReadAt}
      AND leg->'account'->>'id' = ${account.id} AND leg->'amount'->>'currency' = ${held.currency}`;
  return { account: account.name, balance: add(held, money(held.currency, BigInt(row?.minor ?? "0"))), readAt: toInstant(connection.factsReadAt) };
}
