/** Runs and how far they are, newest first. */
import { z } from "zod";
import { ORDER_STATUSES } from "#app/domain/order/status.ts";
import { selectionSchema } from "#app/domain/runs/selection.ts";
import type { RunRow, RunState } from "#app/pipeline/ports/runs.ts";
import type { Page } from "#app/pipeline/ports/shop-desk.ts";
import { Prisma } from "../generated/client.ts";
import { type Cursor, readCursor, writeCursor } from "../desk/cursor.ts";
import type { DeskScope } from "../desk/desk-scope.ts";
import { toInstant } from "../repositories/instants.ts";

export const RUNS_PER_PAGE = 25;

const stateSchema: z.ZodType<RunState> = z.enum(["finding", "working", "done", "cancelled", "failed"]);
const statusesSchema = z.array(z.enum(ORDER_STATUSES));

type Stored = {
  id: string; selection: unknown; statuses: string[]; ownStatuses: boolean; anyway: boolean; state: string; notFound: string[]; failure: string | null; askedBy: string | null;
  createdAt: Date; finishedAt: Date | null; gathered: number; found: number; waiting: number; left: number; posted: number; skipped: number; held: number; attention: number; undone: number; unsettled: number;
};

const outcome = (state: string): Prisma.Sql => Prisma.sql`(COUNT(*) FILTER (WHERE each.state = 'done' AND each.outcome_state = ${state}))::int`;

const select = (where: Prisma.Sql, order: Prisma.Sql, limit: number): Prisma.Sql => Prisma.sql`
  SELECT runs.id, runs.selection, runs.statuses, runs.own_statuses AS "ownStatuses", runs.anyway, runs.state, runs.not_found AS "notFound", runs.failure, runs.gathered, runs.asked_by AS "askedBy",
    runs.created_at AS "createdAt", runs.finished_at AS "finishedAt", orders.*
  FROM runs
  CROSS JOIN LATERAL (
    SELECT COUNT(*)::int AS found, (COUNT(*) FILTER (WHERE each.state = 'waiting'))::int AS waiting, (COUNT(*) FILTER (WHERE each.state = 'left'))::int AS "left",
      ${outcome("posted")} AS posted, ${outcome("skipped")} AS skipped, ${outcome("held")} AS held, ${outcome("attention")} AS attention, ${outcome("undone")} AS undone, ${outcome("waiting")} AS unsettled
    FROM run_orders AS each WHERE each.shop_id = runs.shop_id AND each.run_id = runs.id
  ) AS orders
  WHERE ${where} ORDER BY ${order} LIMIT ${limit}`;

const NEWEST_FIRST = Prisma.sql`runs.created_at DESC, runs.id DESC`;
const OLDEST_FIRST = Prisma.sql`runs.created_at ASC, runs.id ASC`;

export async function readRun({ prisma, shopId }: DeskScope, runId: string): Promise<RunRow | null> {
  const [row] = await prisma.$queryRaw<Stored[]>(select(Prisma.sql`runs.shop_id = ${shopId} AND runs.id = ${runId}`, NEWEST_FIRST, 1));
  return row ? runRow(row) : null;
}

export async function listRuns({ prisma, shopId }: DeskScope, text: string | null): Promise<Page<RunRow>> {
  const cursor = readCursor(text);
  const backwards = cursor?.direction === "previous";
  const rows = await prisma.$queryRaw<Stored[]>(select(Prisma.sql`runs.shop_id = ${shopId} ${beyond(cursor)}`, backwards ? OLDEST_FIRST : NEWEST_FIRST, RUNS_PER_PAGE + 1));
  const more = rows.length > RUNS_PER_PAGE;
  const page = rows.slice(0, RUNS_PER_PAGE);
  if (backwards) page.reverse();
  return {
    rows: page.map(runRow),
    next: backwards || more ? cursorAt("next", page.at(-1)) : null,
    previous: (backwards ? more : cursor !== null) ? cursorAt("previous", page[0]) : null,
  };
}

function beyond(cursor: Cursor | null): Prisma.Sql {
  if (cursor === null) return Prisma.empty;
  const beside = Prisma.sql`(${new Date(cursor.at)}, ${cursor.orderId})`;
  return cursor.direction === "next" ? Prisma.sql`AND (runs.created_at, runs.id) < ${beside}` : Prisma.sql`AND (runs.created_at, runs.id) > ${beside}`;
}

const cursorAt = (direction: Cursor["direction"], row: Stored | undefined): string | null => (row ? writeCursor({ direction, at: row.createdAt.getTime(), orderId: row.id }) : null);

function runRow({ id, state, failure, askedBy, notFound, found, gathered, createdAt, finishedAt, ...row }: Stored): RunRow {
  const { posted, skipped, held, attention, undone, waiting, unsettled, left } = row;
  return {
    id, failure, askedBy, notFound, found, gathered,
    ask: { selection: selectionSchema.parse(row.selection), statuses: row.ownStatuses ? statusesSchema.parse(row.statuses) : null, anyway: row.anyway },
    state: stateSchema.parse(state),
    counts: { posted, skipped, held, attention, undone, left, waiting: waiting + unsettled },
    createdAt: toInstant(createdAt),
    finishedAt: finishedAt && toInstant(finishedAt),
  };
}
