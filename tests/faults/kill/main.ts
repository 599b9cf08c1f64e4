/** `npm run faults:kill`: strikes the app's real processes and its database at every failpoint, and judges the books each time. Exit code 0: nothing lost, nothing twice, not a cent off. */
import { parseArgs } from "node:util";
import { stopWithProcess } from "#sandbox/launch/shutdown.ts";
import { createTeardown, type Teardown } from "#sandbox/launch/teardown.ts";
import type { World } from "#sandbox/launch/world.ts";
import { carryOut, createRuns, type Finished, type Run } from "./carry-out.ts";
import { type DatabaseServer, joinDatabaseServer } from "./database-server.ts";
import { openKillWorld } from "./open-world.ts";
import { DATABASE_MOMENTS, DATABASE_STRIKES, isOfWebhook, planWorkerRuns, WEB_RUNS, type WorkerRun } from "./plan.ts";
import { reportOf, told } from "./report.ts";
import { WORKER_STORIES } from "./stories.ts";
import { strikeDatabaseAt, strikeDatabaseInside } from "./strike-database.ts";
import { strikeWeb } from "./strike-web.ts";
import { strikeWorkerEverywhere } from "./strike-worker.ts";

const USAGE = `npm run faults:kill -- [--only TEXT,…] [--stories NAME,…] [--worlds N] [--database-worlds N]
  --only             only runs whose name contains one of the texts, such as "ledger.write,inside"
  --stories          only points that the worker reaches in these stories, such as "removal,lostRecord"
  --worlds           worlds side by side for kills of worker and web (6)
  --database-worlds  worlds side by side for kills of the database, then for the others too (2)`;

/** Worlds on one embedded server, which has 200 connections. */
const WORLDS_PER_SERVER = 3;

type Place = { world: World };
type DatabasePlace = Place & { server: DatabaseServer };

const { values } = parseArgs({ options: { only: { type: "string" }, stories: { type: "string" }, worlds: { type: "string", default: "6" }, "database-worlds": { type: "string", default: "2" }, help: { type: "boolean" } } });
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const teardown = createTeardown();
stopWithProcess(teardown, { cleanEnd: false });
const startedAt = performance.now();
const holds = await killAll(teardown);
await teardown.stop();
process.exit(holds ? 0 : 1);

async function killAll(ending: Teardown): Promise<boolean> {
  const only = values.only?.split(",");
  const stories = values.stories?.split(",");
  const wanted = <Each extends { about: string }>(runs: readonly Each[]): Each[] => runs.filter(({ about }) => only === undefined || only.some((text) => about.includes(text)));
  const finished: Finished[] = [];
  const tell = (each: Finished): void => {
    finished.push(each);
    console.log(`${String(seconds()).padStart(4)} s  ${told(each)}`);
  };
  const plan = planWorkerRuns(stories);
  const tellings = plan.tellings.map(({ story, tell: tellIn }): Run<Place> => ({ about: `${story} without a kill`, go: async ({ world }) => ({ kills: [], missed: [], violations: await tellIn(world) }) }));
  const workerKills = plan.runs.then((each) => {
    console.log(`${each.length} runs for the points that the worker reaches`);
    return wanted(each.map(workerKill));
  });
  const runs = createRuns([...tellings, ...wanted(webKills())], workerKills);
  const databaseRuns = wanted(databaseKills());
  const databaseKillings = createRuns(databaseRuns);
  const done: Promise<void>[] = [];
  // One world after the other is opened, since the first builds the app and prepares the server for all; each begins at once.
  for (let index = 0; index < Math.min(databaseRuns.length, Number(values["database-worlds"])); index += 1) {
    const place = await openDatabasePlace(index, ending);
    done.push(carryOut(databaseKillings, place, tell).then(() => carryOut(runs, place, tell)));
  }
  for (let index = 0; index < Number(values.worlds); index += 1) {
    const world = await openKillWorld(`kill-worlds-${Math.floor(index / WORLDS_PER_SERVER)}`, ending);
    done.push(carryOut(runs, { world }, tell));
  }
  await Promise.all(done);
  const report = reportOf(finished, only === undefined && stories === undefined);
  console.log(`${report.text}\n${seconds()} s`);
  return report.holds;
}

function seconds(): number {
  return Math.round((performance.now() - startedAt) / 1_000);
}

function workerKill({ story, aim }: WorkerRun): Run<Place> {
  return { about: aim.about, go: ({ world }) => strikeWorkerEverywhere(world, WORKER_STORIES[story], aim) };
}

function webKills(): Run<Place>[] {
  return WEB_RUNS.map((aim) => ({ about: `${aim.about} (web)`, go: ({ world }) => strikeWeb(world, aim) }));
}

function databaseKills(): Run<DatabasePlace>[] {
  return [
    ...DATABASE_STRIKES.map((strike): Run<DatabasePlace> => ({ about: `${strike.point} (database)`, go: ({ world, server }) => strikeDatabaseAt(world, server, strike) })),
    ...DATABASE_MOMENTS.map((moment): Run<DatabasePlace> => ({ about: `inside ${moment.about}`, go: ({ world, server }) => strikeDatabaseInside(world, server, moment, isOfWebhook(moment)) })),
  ];
}

async function openDatabasePlace(index: number, ending: Teardown): Promise<DatabasePlace> {
  const folder = `kill-database-${index}`;
  return { world: await openKillWorld(folder, ending), server: await joinDatabaseServer(folder, ending) };
}
