/** Which runs there are: one for every failpoint, in the story that reaches it. */
import { FAILPOINTS, type FailpointName } from "#app/pipeline/failpoints.ts";
import type { World } from "#sandbox/launch/world.ts";
import { type Aim, chooseStrikes, chooseTimes, stepOf, type Strike } from "./choose-strikes.ts";
import type { Moment } from "./inside-transaction.ts";
import { WORKER_STORIES, type WorkerStory, type WorkerStoryName } from "./stories.ts";
import { tellWithoutKill } from "./strike-worker.ts";

const STORY_NAMES = ["backlog", "lapsed", "trouble", "dropShip", "resync", "removal", "lostRecord", "foreignCredit", "lostWebhooks", "stoppedSweep", "manualRun", "refusedRun", "history", "cancelledRun", "noBooks", "parked"] as const satisfies readonly WorkerStoryName[];

export type WorkerRun = { story: WorkerStoryName; aim: Aim };
export type Telling = { story: WorkerStoryName; tell(world: World): Promise<string[]> };
/** `tellings`: each story without a kill, to be carried out in any world; its violations. `runs` are known when all have ended. */
export type WorkerPlan = { tellings: Telling[]; runs: Promise<WorkerRun[]> };

/** A point belongs to the story that owns it, else to the first one that reaches it. `only`: the names of some of the stories. */
export function planWorkerRuns(only: readonly string[] = STORY_NAMES): WorkerPlan {
  const stories = STORY_NAMES.filter((name) => only.includes(name));
  const told = new Map<WorkerStoryName, Awaited<ReturnType<typeof tellWithoutKill>>>();
  const { promise: runs, resolve } = Promise.withResolvers<WorkerRun[]>();
  let open = stories.length;
  if (open === 0) resolve([]);
  const tellings = stories.map((story): Telling => ({
    story,
    async tell(world) {
      try {
        const telling = await tellWithoutKill(world, WORKER_STORIES[story]);
        told.set(story, telling);
        return telling.violations;
      } finally {
        open -= 1;
        if (open === 0) resolve(runsOf(stories, (name) => told.get(name)));
      }
    },
  }));
  return { tellings, runs };
}

/** Runs with most kills first, so that none of the long ones is left for the end. */
function runsOf(stories: readonly WorkerStoryName[], told: (name: WorkerStoryName) => Awaited<ReturnType<typeof tellWithoutKill>> | undefined): WorkerRun[] {
  const reached = new Set<FailpointName>();
  const runs = stories.flatMap((name) => {
    const { trace = [], queue = [] } = told(name) ?? {};
    const own = trace.filter(({ point }) => (ownerOf(point, stories) ?? (reached.has(point) ? null : name)) === name);
    const story: WorkerStory = WORKER_STORIES[name];
    for (const { point } of trace) reached.add(point);
    return (story.byTime ? chooseTimes(own) : chooseStrikes(own, queue)).map((aim): WorkerRun => ({ story: name, aim }));
  });
  return runs.sort((one, other) => other.aim.strikes.length - one.aim.strikes.length);
}

/** The story that names the step most exactly. */
function ownerOf(point: FailpointName, stories: readonly WorkerStoryName[]): WorkerStoryName | null {
  const claims = stories.flatMap((name) => {
    const story: WorkerStory = WORKER_STORIES[name];
    return (story.owns ?? []).filter((step) => point.startsWith(step)).map((step) => ({ name, exactness: step.length }));
  });
  return claims.sort((one, other) => other.exactness - one.exactness)[0]?.name ?? null;
}

/** By hand, because what the web process does is asked of it one request at a time: at these orders, or once where no order is meant. */
const EACH_ORDER: readonly [order: number, where: string][] = [[0, "first order"], [2, "middle order"], [4, "last order"]];
const WEB_STEPS = { "inbox.receive": EACH_ORDER, "waker.wake": EACH_ORDER, "asking.resync": EACH_ORDER, "asking.wish": EACH_ORDER, "registry.register": null, "sessions.put": null, "consents.begin": null, "consents.use": null, "consents.connect": null };

export const WEB_RUNS: readonly Aim[] = Object.entries(WEB_STEPS).map(([step, orders]): Aim => {
  const points = FAILPOINTS.filter((point) => stepOf(point) === step);
  const strikes = orders === null
    ? points.map((point): Strike => ({ point, order: null, time: 1, where: "first time" }))
    : orders.flatMap(([order, where]) => points.map((point): Strike => ({ point, order, time: 1, where })));
  return { about: step, strikes };
});

/** Around the transactions … */
export const DATABASE_STRIKES: readonly Strike[] = ([
  ["tokens.refreshExclusively:after", null], ["orders.saveSnapshot:before", 0], ["bindings.bind:before", 2], ["postings.intend:before", 4], ["postings.intend:after", 0],
  ["postings.markSent:after", 2], ["ledger.write:before", 4], ["ledger.write:after", 0], ["postings.settle:after", 2], ["orders.record:before", 4], ["orders.record:after", 0], ["due.finish:after", 2],
] as const).map(([point, order]) => ({ point, order, time: 1, where: order === null ? "first time" : `order ${order + 1} of 5` }));

/** … and inside them. */
export const DATABASE_MOMENTS: readonly Moment[] = [
  { about: "intend, at the second of its inserts", table: "operations", event: "INSERT", at: "statement", nth: 1 },
  { about: "intend, at its commit", table: "operations", event: "INSERT", at: "commit", nth: 8 },
  { about: "settle, after the operation was moved", table: "postings", event: "UPDATE", at: "statement", nth: 5 },
  { about: "settle, at its commit", table: "postings", event: "UPDATE", at: "commit", nth: 30 },
  { about: "record, at its commit", table: "orders", event: "INSERT", at: "commit", nth: 3 },
  { about: "finish, at its delete", table: "due_orders", event: "DELETE", at: "statement", nth: 5 },
  { about: "a webhook's receipt, at its insert", table: "inbox_events", event: "INSERT", at: "statement", nth: 2 },
  { about: "a webhook's receipt, at its commit", table: "due_orders", event: "INSERT", at: "commit", nth: 3 },
];

export const isOfWebhook = ({ table, event }: Moment): boolean => table === "inbox_events" || (table === "due_orders" && event === "INSERT");
