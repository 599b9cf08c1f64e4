/** Several companies, one database, a web process and two workers; one worker is killed midway and stays dead. Says who posted how much, and what is wrong. */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { ProcessName } from "#sandbox/launch/app-processes.ts";
import type { World } from "#sandbox/launch/world.ts";
import { backlog } from "../kill/backlog.ts";
import { canRun, comeToRest } from "../kill/come-to-rest.ts";
import { violationsOf } from "../kill/judge.ts";
import { type KillStage, openStage, placeOrders } from "../kill/stage.ts";

const POLL_MS = 200;
const DONE_WITHIN_MS = 600_000;
/** Customers and items are few, so that QuickBooks' pace goes to documents. */
const VARIETY = 5;

export type TwoWorkersFigures = {
  /** Documents by who wrote them, from the workers' logs. */
  posted: Record<"worker" | "second-worker", number>;
  orders: number;
  requests: number;
  throttled: number;
  /** From the kill until everything was in the books. */
  afterKillMs: number;
  violations: string[];
};

/** `world`: with web and both workers running. */
export async function twoWorkers(world: World, { companies, orders: count }: { companies: number; orders: number }): Promise<TwoWorkersFigures> {
  const stages: KillStage[] = [];
  for (let index = 0; index < companies; index += 1) stages.push(await openStage(world));
  const all = stages.map((stage) => ({ stage, orders: backlog(count, stage.tenant.shop, Math.min(VARIETY, count)) }));
  for (let index = 0; index < count; index += 1) {
    for (const { stage, orders } of all) placeOrders(stage, orders.slice(index, index + 1));
    // Orders come in over a while: each company's queue fills as the others' do.
    await pause(1);
  }
  const documents = companies * count * 3;
  await until(() => postedBy(world, "worker") + postedBy(world, "second-worker") > documents / 3 && postedBy(world, "worker") > documents / 10);
  await world.app.stop("worker", "SIGKILL");
  const killedAt = performance.now();
  await until(async () => !(await Promise.all(stages.map(canRun))).some(Boolean));
  const afterKillMs = Math.round(performance.now() - killedAt);
  // What the killed worker had sent without an answer was sent again, and is looked for once more hours later (R4). One worker stays dead.
  for (const stage of stages) await comeToRest({ ...stage, supervised: true });

  const requests = stages.flatMap(({ tenant }) => world.quickbooks.requests(tenant.realmId));
  const throttled = requests.filter(({ status }) => status === 429).length;
  const judged = await Promise.all(all.map(async ({ stage, orders }) => (await violationsOf(stage, orders)).map((each) => `${stage.tenant.shop}: ${each}`)));
  return {
    posted: { worker: postedBy(world, "worker"), "second-worker": postedBy(world, "second-worker") },
    orders: companies * count,
    requests: requests.length,
    throttled,
    afterKillMs,
    violations: [...judged.flat(), ...(throttled === 0 ? [] : [`${throttled} requests were answered with 429`])],
  };
}

const writtenSchema = z.looseObject({ msg: z.literal("written to the books") });

/** Lines of the process's log that tell of a document written. */
function postedBy({ app }: World, name: ProcessName): number {
  return readFileSync(app.logFile(name), "utf8").split("\n").filter((line) => line.includes("written to the books") && writtenSchema.safeParse(parse(line)).success).length;
}

/** The last line of a process that writes, or was killed, may be cut off. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + DONE_WITHIN_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not done within ${DONE_WITHIN_MS / 1000} s`);
    await pause(POLL_MS);
  }
}
