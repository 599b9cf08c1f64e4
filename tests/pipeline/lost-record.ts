/** A shop floor whose database is lost, or set back to an older backup, while the books stay as they are. */
import type { PrismaClient } from "#app/database/client.ts";
import { markRestored } from "#app/database/life.ts";
import type { ShopFloor } from "./shop-floor.ts";

/** In the order in which rows may be deleted. */
export const RECORD_TABLES = ["issue_orders", "issues", "timeline_entries", "look_ups", "operations", "postings", "bindings", "snapshots", "orders", "due_orders"] as const;

export type Backup = { restore(): Promise<void> };

/** What the app knows now; `restore` sets the tables back to it, as an operator's restore does, and marks the connections as one would. */
export async function backUp(prisma: PrismaClient, floor: ShopFloor): Promise<Backup> {
  await prisma.$executeRawUnsafe("DROP SCHEMA IF EXISTS backup CASCADE");
  await prisma.$executeRawUnsafe("CREATE SCHEMA backup");
  for (const table of RECORD_TABLES) await prisma.$executeRawUnsafe(`CREATE TABLE backup.${table} AS SELECT * FROM public.${table}`);
  return {
    async restore() {
      for (const table of RECORD_TABLES) await prisma.$executeRawUnsafe(`DELETE FROM public.${table}`);
      for (const table of RECORD_TABLES.toReversed()) await prisma.$executeRawUnsafe(`INSERT INTO public.${table} SELECT * FROM backup.${table}`);
      await markRestored(prisma, floor.company.clock.now());
    },
  };
}

/** Everything the app knew of orders and books is gone; shop, connection and settings were made anew. */
export async function loseEverything(prisma: PrismaClient, floor: ShopFloor): Promise<void> {
  for (const table of RECORD_TABLES) await prisma.$executeRawUnsafe(`DELETE FROM public.${table}`);
  await prisma.$executeRawUnsafe("UPDATE public.connections SET facts = '{}'");
  await markRestored(prisma, floor.company.clock.now());
}
