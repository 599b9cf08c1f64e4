/** Kills of the database server, at a failpoint of the worker or inside a transaction of the app. The app's processes live through it or are started again. */
import { setTimeout as pause } from "node:timers/promises";
import type { ProcessName } from "#sandbox/launch/app-processes.ts";
import type { World } from "#sandbox/launch/world.ts";
import { backlog } from "./backlog.ts";
import type { Strike } from "./choose-strikes.ts";
import type { DatabaseServer } from "./database-server.ts";
import { holdTransaction, type Moment } from "./inside-transaction.ts";
import type { Kill, Outcome } from "./outcome.ts";
import { heardOf, openStage, placeOrders } from "./stage.ts";
import { stopWorker } from "./stop-worker.ts";
import { WORKER_STORIES } from "./stories.ts";
import { armed, endOf, newTrace, queueOf } from "./strike-worker.ts";
import { readTrace } from "./trace.ts";

/** The server stays away for a moment, so that the app meets its absence too. */
const AWAY_MS = 500;
const POLL_MS = 20;

export type DatabaseOutcome = Omit<Outcome, "aim"> & { about: string; restarted: ProcessName[] };

/** The worker is stopped at the point, the database is killed, the worker goes on into its absence. */
export async function strikeDatabaseAt(world: World, server: DatabaseServer, strike: Strike): Promise<DatabaseOutcome> {
  const told = await WORKER_STORIES.backlog.prepare(world);
  const queue = await queueOf(told.stage);
  const file = newTrace(world);
  await world.app.start("worker", { SANDBOX_FAILPOINT: armed(strike, queue, "DATABASE"), SANDBOX_FAILPOINT_TRACE: file });
  while (!readTrace(file).some(({ struck }) => struck !== null)) {
    world.app.assertAlive();
    await pause(POLL_MS);
  }
  const worker = world.app.pid("worker");
  if (worker === undefined) throw new Error("the worker has no process id");
  const supervisor = supervise(world, file);
  const killedAt = await server.kill();
  process.kill(worker, "SIGCONT");
  await pause(AWAY_MS);
  await server.start();
  const backAt = Date.now();
  const violations = [...(await endOf({ ...told, stage: { ...told.stage, supervised: true } }, {})), ...(await supervisor.end())];
  return { about: `${strike.point}, ${strike.where}`, kills: [killOf(strike, file, killedAt, backAt)], missed: [], violations, restarted: supervisor.restarted };
}

/** The database is killed while a transaction of the app hangs in it. */
export async function strikeDatabaseInside(world: World, server: DatabaseServer, moment: Moment, byWebhook: boolean): Promise<DatabaseOutcome> {
  const stage = await openStage(world);
  const orders = backlog(5, stage.tenant.shop);
  const file = newTrace(world);
  if (!byWebhook) {
    placeOrders(stage, orders);
    await heardOf(stage);
  }
  const held = await holdTransaction(world.database.url, moment);
  await world.app.start("worker", { SANDBOX_FAILPOINT_TRACE: file });
  if (byWebhook) placeOrders(stage, orders);
  await held.reached();
  const supervisor = supervise(world, file);
  const killedAt = await server.kill();
  await pause(AWAY_MS);
  await server.start();
  const backAt = Date.now();
  const violations = [...(await endOf({ stage: { ...stage, supervised: true }, orders, madeAgain: 0 }, {})), ...(await supervisor.end())];
  return { about: `inside ${moment.about}`, kills: [killOf({ point: null, where: moment.about }, file, killedAt, backAt)], missed: [], violations, restarted: supervisor.restarted };
}

/** Work goes on with the first step that ends well once the server is back. */
function killOf({ point, where }: Pick<Kill, "point" | "where">, file: string, killedAt: number, backAt: number): Kill {
  const resumed = readTrace(file).find(({ at, point }) => at >= backAt && point.endsWith(":after"));
  return { victim: "database", point, where, died: "was ended by SIGKILL", resumedMs: resumed === undefined ? null : resumed.at - killedAt };
}

/** Starts again what ends by itself, as an orchestrator does, until its end; the worker is stopped then, and a stop that went wrong is told. */
function supervise(world: World, trace: string): { restarted: ProcessName[]; end(): Promise<string[]> } {
  const restarted: ProcessName[] = [];
  let over = false;
  const watch = async (name: ProcessName): Promise<void> => {
    for (;;) {
      await world.app.ended(name);
      if (over) return;
      restarted.push(name);
      await world.app.stop(name, "SIGTERM");
      await world.app.start(name, name === "worker" ? { SANDBOX_FAILPOINT_TRACE: trace } : {});
    }
  };
  const names: ProcessName[] = ["web", "worker"];
  // Not waited for: the web process ends with its world.
  for (const name of names) watch(name).catch((error: unknown) => console.error(`${name} could not be started again`, error));
  return {
    restarted,
    end: () => {
      over = true;
      return stopWorker(world);
    },
  };
}
