/** The figures of the home page: sums over one shop's orders, computed by the database. */
import { z } from "zod";
import { shopDate } from "#app/domain/time/shop-date.ts";
import type { Instant, OrderState } from "#app/pipeline/ports/repositories.ts";
import type { HomeFacts } from "#app/pipeline/ports/shop-desk.ts";
import { toDate } from "../repositories/instants.ts";
import type { DeskScope } from "./desk-scope.ts";
import { readClearing } from "./read-clearing.ts";
import { readIssues } from "./read-issues.ts";

const CHART_DAYS = 30;

const stateSchema = z.enum(["posted", "waiting", "skipped", "held", "attention", "undone"]);

export async function readHome(scope: DeskScope, timeZone: string, now: Instant): Promise<HomeFacts> {
  const [counts, due, postedLast30Days, issues, proof, clearing] = await Promise.all([
    countStates(scope), countDue(scope, now), countPosted(scope, timeZone, now), readIssues(scope), countVerdicts(scope), readClearing(scope),
  ]);
  return { counts, due, postedLast30Days, issues, proof, clearing };
}

async function countStates({ prisma, shopId }: DeskScope): Promise<HomeFacts["counts"]> {
  const counts: Record<OrderState, number> = { posted: 0, waiting: 0, skipped: 0, held: 0, attention: 0, undone: 0 };
  const groups = await prisma.order.groupBy({ by: ["state"], where: { shopId }, _count: true });
  for (const { state, _count } of groups) counts[stateSchema.parse(state)] = _count;
  return counts;
}

export const countDue = ({ prisma, shopId }: DeskScope, now: Instant): Promise<number> => prisma.dueOrder.count({ where: { shopId, dueAt: { lte: toDate(now) } } });

/** Every day of the last 30 in the shop's zone, oldest first, also those on which nothing was made. */
async function countPosted({ prisma, shopId }: DeskScope, timeZone: string, now: Instant): Promise<HomeFacts["postedLast30Days"]> {
  const today = shopDate(now, timeZone);
  const first = today.subtract({ days: CHART_DAYS - 1 });
  const since = toDate(first.toZonedDateTime(timeZone).toInstant());
  const rows = await prisma.$queryRaw<{ day: string; documents: number }[]>`
    SELECT (created_at AT TIME ZONE ${timeZone})::date::text AS day, COUNT(*)::int AS documents
    FROM postings WHERE shop_id = ${shopId} AND state = 'posted' AND created_at >= ${since}
    GROUP BY 1`;
  const byDay = new Map(rows.map(({ day, documents }) => [day, documents]));
  return Array.from({ length: CHART_DAYS }, (_, index) => {
    const day = first.add({ days: index }).toString();
    return { day, documents: byDay.get(day) ?? 0 };
  });
}

/** An order that is still on its way does not differ yet; its next step comes by itself. */
async function countVerdicts({ prisma, shopId }: DeskScope): Promise<HomeFacts["proof"]> {
  const [row] = await prisma.$queryRaw<HomeFacts["proof"][]>`
    SELECT
      COUNT(*) FILTER (WHERE proof->>'verdict' = 'matches')::int AS matching,
      COUNT(*) FILTER (WHERE proof->>'verdict' = 'matches_except')::int AS "matchingExcept",
      COUNT(*) FILTER (WHERE proof->>'verdict' = 'differs' AND state <> 'waiting')::int AS differing
    FROM orders WHERE shop_id = ${shopId}`;
  return row ?? { matching: 0, matchingExcept: 0, differing: 0 };
}
