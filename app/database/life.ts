/**
 * The database's sign of life. Each worker sees it every few seconds; a database whose last sight is older than that was down, or is a backup
 * that was restored and knows less than the books. From outside the two look alike, so both are answered with caution: look first (law 4).
 * It must never be moved by a sandbox's clock.
 */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { PrismaClient } from "./generated/client.ts";
import { toDate } from "./repositories/instants.ts";

/** Seconds without a worker after which what the database knows is doubted; far above the ten seconds between two looks, far below the age of any backup. */
const DOUBTED_AFTER_SECONDS = 60;

/**
 * Sees the database, and where it was not seen for too long, marks every connection: orders placed before `now` are looked up before anything is
 * created for them. One statement, by the server's own clock. Answers how many connections were marked.
 */
export async function seeDatabase(prisma: PrismaClient, now: Instant): Promise<number> {
  return prisma.$executeRaw`
    WITH before AS (
      SELECT seen_at FROM database_life WHERE id = 1
    ), seen AS (
      INSERT INTO database_life (id, seen_at) VALUES (1, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET seen_at = EXCLUDED.seen_at
    )
    UPDATE connections SET look_up_before = ${toDate(now)}
    WHERE (SELECT seen_at FROM before) < clock_timestamp() - make_interval(secs => ${DOUBTED_AFTER_SECONDS})`;
}

/** The operator's word that a backup was restored: for those younger than a minute, or restored under running workers. Answers how many connections were marked. */
export async function markRestored(prisma: PrismaClient, now: Instant): Promise<number> {
  return prisma.$executeRaw`UPDATE connections SET look_up_before = ${toDate(now)}`;
}
