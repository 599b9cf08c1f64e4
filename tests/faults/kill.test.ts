/** A dozen kills of real processes and of the database: a small share of `npm run faults:kill`, which strikes at every failpoint. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import type { World } from "#sandbox/launch/world.ts";
import type { Strike } from "./kill/choose-strikes.ts";
import { type DatabaseServer, joinDatabaseServer } from "./kill/database-server.ts";
import { openKillWorld } from "./kill/open-world.ts";
import { told } from "./kill/report.ts";
import { type Run, runAll } from "./kill/run-all.ts";
import { WORKER_STORIES } from "./kill/stories.ts";
import { strikeDatabaseAt, strikeDatabaseInside } from "./kill/strike-database.ts";
import { strikeWeb } from "./kill/strike-web.ts";
import { strikeWorker } from "./kill/strike-worker.ts";
import { WORLD_STARTS_WITHIN_MS } from "../play/test-world.ts";

type Place = { world: World };
type DatabasePlace = Place & { server: DatabaseServer };

/** At the sales order of the first, the invoice of the middle, and the payment of the last of five orders. */
const STRIKES: Strike[] = [{ order: 0, time: 1, where: "first order" }, { order: 2, time: 2, where: "middle order" }, { order: 4, time: 3, where: "last order" }];
const WORKER_POINTS = ["postings.intend:after", "ledger.write:after", "postings.settle:after"] as const;
const PROCESS_RUNS: Run<Place>[] = [
  ...WORKER_POINTS.map((point): Run<Place> => ({ about: point, go: ({ world }) => strikeWorker(world, WORKER_STORIES.backlog, { point, strikes: STRIKES }) })),
  { about: "inbox.receive:after (web)", go: ({ world }) => strikeWeb(world, { point: "inbox.receive:after", strikes: [{ order: 2, time: 1, where: "middle order" }] }) },
];
const DATABASE_RUNS: Run<DatabasePlace>[] = [
  { about: "ledger.write:after (database)", go: ({ world, server }) => strikeDatabaseAt(world, server, "ledger.write:after", { order: 0, time: 1, where: "first order" }) },
  {
    about: "inside settle, at its commit",
    go: ({ world, server }) => strikeDatabaseInside(world, server, { about: "settle, at its commit", table: "postings", event: "UPDATE", at: "commit", nth: 30 }, false),
  },
];
const KILLS = WORKER_POINTS.length * STRIKES.length + 1 + DATABASE_RUNS.length;

describe(`${KILLS} kills`, () => {
  const teardown = createTeardown();
  process.once("exit", () => teardown.killNow());
  const places: Place[] = [];
  const databasePlaces: DatabasePlace[] = [];

  beforeAll(async () => {
    for (let index = 0; index < PROCESS_RUNS.length; index += 1) places.push({ world: await openKillWorld("test-worlds", teardown) });
    databasePlaces.push({ world: await openKillWorld("kill-database-test", teardown), server: await joinDatabaseServer("kill-database-test", teardown) });
  }, 2 * WORLD_STARTS_WITHIN_MS);
  afterAll(() => teardown.stop(), 60_000);

  it("of worker, web and database lose nothing, make nothing twice and are not a cent off, and work goes on", async () => {
    const finished = (await Promise.all([runAll(PROCESS_RUNS, places, print), runAll(DATABASE_RUNS, databasePlaces, print)])).flat();
    expect(finished.flatMap(({ about, violations }) => violations.map((each) => `${about}: ${each}`))).toEqual([]);
    const kills = finished.flatMap((each) => each.kills);
    expect(kills).toHaveLength(KILLS);
    expect(kills.filter(({ resumedMs }) => resumedMs === null)).toEqual([]);
  }, 600_000);
});

const print = (finished: Parameters<typeof told>[0]): void => console.log(told(finished));
