/** A change of settings or rules, and in the same transaction a new look at every order that they, or a person, had stopped. */
import type { Rule } from "#app/domain/rules/rule.ts";
import { type Settings, settingsSchema } from "#app/domain/settings/settings.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import { Prisma } from "../generated/client.ts";
import { publishRules, saveSettings } from "../repositories/configuration.ts";
import { toDate } from "../repositories/instants.ts";
import { ON_MARKED_AGAIN } from "../repositories/mark-due.ts";
import { LIVE_STATES } from "../repositories/posting-states.ts";
import { TRANSACTION_LIMITS } from "../repositories/scope.ts";
import { ALWAYS } from "../repositories/sql-conditions.ts";
import type { DeskScope } from "./desk-scope.ts";

export async function changeSettings({ prisma, shopId }: DeskScope, settings: Settings, at: Instant): Promise<void> {
  const parsed = settingsSchema.parse(settings);
  await prisma.$transaction(async (transaction) => {
    await saveSettings(transaction, shopId, parsed, toDate(at));
    await lookAgain(transaction, shopId, toDate(at));
  }, TRANSACTION_LIMITS);
}

export async function changeRules({ prisma, shopId }: DeskScope, rules: readonly Rule[], at: Instant): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    await publishRules(transaction, shopId, rules, toDate(at));
    await lookAgain(transaction, shopId, toDate(at));
  }, TRANSACTION_LIMITS);
}

/** Both or neither: a mode without the rule that holds its invoices back would make them all at once. */
export async function completeSetUp({ prisma, shopId }: DeskScope, settings: Settings, rules: readonly Rule[], at: Instant): Promise<void> {
  const parsed = settingsSchema.parse(settings);
  await prisma.$transaction(async (transaction) => {
    await publishRules(transaction, shopId, rules, toDate(at));
    await saveSettings(transaction, shopId, parsed, toDate(at));
    await lookAgain(transaction, shopId, toDate(at));
  }, TRANSACTION_LIMITS);
}

/** Not as a person's wish: what a person deleted in the books must not come back because a setting changed (law 6). */
async function lookAgain(transaction: Prisma.TransactionClient, shopId: string, at: Date, which: Prisma.Sql = ALWAYS): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO due_orders (shop_id, order_gid, origin, due_at, first_due_at)
    SELECT shop_id, order_gid, 'webhook', ${at}, ${at} FROM orders
    WHERE shop_id = ${shopId} AND state IN ('attention', 'held', 'skipped') AND ${which}
    ORDER BY order_gid
    ${ON_MARKED_AGAIN}`;
}

const HAS_NOTHING_IN_THE_BOOKS = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM postings WHERE postings.shop_id = orders.shop_id AND postings.order_gid = orders.order_gid AND postings.state = ANY(${[...LIVE_STATES]}))`;

/** The same for orders that have nothing in the books; what was posted is not changed by publishing rules. */
export const lookAgainAtUnsent = (transaction: Prisma.TransactionClient, shopId: string, at: Date): Promise<void> =>
  lookAgain(transaction, shopId, at, HAS_NOTHING_IN_THE_BOOKS);
