/** A long run from pressing "Start sync" to its end, with the worker killed midway: how often its progress moved, and whether every order was made once. */
import { setTimeout as pause } from "node:timers/promises";
import { createPrisma } from "#app/database/client.ts";
import { createShopDirectory } from "#app/database/repositories/shops.ts";
import { createRunDesk } from "#app/database/runs/run-desk.ts";
import type { RunDesk, RunRow } from "#app/pipeline/ports/runs.ts";
import type { World } from "#sandbox/launch/world.ts";
import { documentsInBooks } from "../faults/suite/oracle/documents-in-books.ts";
import { openSeededShop } from "./seeded-shop.ts";

export type RunFigures = {
  state: string;
  orders: number;
  found: number;
  settled: number;
  /** Longest time without a change of the run's figures, apart from the takeover after the kill. */
  longestStillMs: number;
  /** From the kill until the figures moved again. */
  takeoverMs: number;
  tookMs: number;
  /** Orders with more than one live document of a kind, or more payments than transactions. */
  twice: string[];
  /** Orders without any document although their outcome says up to date. */
  missing: string[];
};

const POLL_MS = 200;
const STILL_TOLD_MS = 1_500;

export async function followRun(world: World, count: number): Promise<RunFigures> {
  const { quickbooks, database, app } = world;
  const { tenant, merchant, days } = await openSeededShop(world, `run-of-${count}`, count);
  const prisma = createPrisma(database.url, { poolSize: 2 });
  try {
    const facts = await createShopDirectory(prisma).byDomain(tenant.shop);
    const desk = createRunDesk({ prisma, shopId: facts?.id ?? "" });
    const startedMs = performance.now();
    const refused = await merchant.startRun(days);
    if (refused !== null) throw new Error(refused);
    const latest = async (): Promise<RunRow> => {
      const [run] = (await desk.list(null)).rows;
      if (!run) throw new Error("there is no run");
      return run;
    };
    const followed = await follow(latest, count, () => app.restart("worker", "SIGKILL"));
    const run = await latest();
    return {
      state: run.state, orders: count, found: run.found, settled: settledOf(run), ...followed, tookMs: Math.round(performance.now() - startedMs),
      ...judge(await saidPosted(desk, run.id), documentsInBooks((entity) => quickbooks.documents(tenant.realmId, entity))),
    };
  } finally {
    await prisma.$disconnect();
  }
}

/** Shopify's numbers of the orders that the run says are up to date. */
async function saidPosted(desk: RunDesk, runId: string): Promise<string[]> {
  const posted: string[] = [];
  for (let after: number | null = null, first = true; first || after !== null; first = false) {
    const page = await desk.orders(runId, after);
    posted.push(...page.rows.filter(({ state }) => state === "posted").map(({ orderId }) => orderId.slice(orderId.lastIndexOf("/") + 1)));
    after = page.next;
  }
  return posted;
}

const settledOf = ({ found, counts }: RunRow): number => found - counts.waiting - counts.left;

async function follow(latest: () => Promise<RunRow>, count: number, kill: () => Promise<void>): Promise<{ longestStillMs: number; takeoverMs: number }> {
  let [longestStillMs, takeoverMs] = [0, 0];
  let killedAt: number | null = null;
  let movedAt = performance.now();
  let before = "";
  for (;;) {
    const run = await latest();
    const figures = `${run.state} ${run.gathered} ${run.found} ${settledOf(run)}`;
    if (figures !== before) {
      const now = performance.now();
      if (killedAt !== null && takeoverMs === 0) takeoverMs = Math.round(now - killedAt);
      else if (now - movedAt > longestStillMs) {
        longestStillMs = Math.round(now - movedAt);
        if (longestStillMs > STILL_TOLD_MS) console.log(`still for ${longestStillMs} ms, from "${before}" to "${figures}"`);
      }
      [before, movedAt] = [figures, now];
    }
    if (run.state !== "finding" && run.state !== "working") return { longestStillMs, takeoverMs };
    if (killedAt === null && settledOf(run) >= count / 2) {
      await kill();
      killedAt = performance.now();
    }
    await pause(POLL_MS);
  }
}

function judge(orderIds: readonly string[], documents: ReturnType<typeof documentsInBooks>): { twice: string[]; missing: string[] } {
  const live = documents.filter((document) => document.live);
  const keys = live.map(({ entity, origin, reference }) => `${origin?.orderId ?? "?"} ${entity} ${reference ?? ""}`);
  const twice = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
  const held = new Set(live.map(({ origin }) => origin?.orderId));
  return { twice, missing: orderIds.filter((id) => !held.has(id)) };
}
