/** Kills of the worker: the process strikes itself at the point, another one is started, and everything has to come out as if nothing had happened. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { World } from "#sandbox/launch/world.ts";
import type { Aim, Strike } from "./choose-strikes.ts";
import { canRun, comeToRest, untilQuiet } from "./come-to-rest.ts";
import { violationsOf } from "./judge.ts";
import { type Kill, type Outcome, resumedAfter } from "./outcome.ts";
import type { KillStage } from "./stage.ts";
import { stopWorker } from "./stop-worker.ts";
import type { Told, WorkerStory } from "./stories.ts";
import { type Reached, readTrace } from "./trace.ts";

const POLL_MS = 200;

let traces = 0;
export const newTrace = (world: World): string => join(world.runFolder, `trace-${(traces += 1)}.jsonl`);

/** The orders in the sequence in which a worker will take them: those that are due, or those it will find. */
export async function queueOf({ world, tenant }: KillStage): Promise<string[]> {
  const due = await world.records.due(tenant.shop);
  return (due.length > 0 ? due : world.shopify.orders(tenant.shop)).map(({ gid }) => gid);
}

/** The story without a kill: which points it reaches until it first comes to rest, and whether it ends well. */
export async function tellWithoutKill(world: World, story: WorkerStory): Promise<{ trace: Reached[]; queue: string[]; violations: string[] }> {
  const told = await story.prepare(world);
  const queue = await queueOf(told.stage);
  const file = newTrace(world);
  await world.app.start("worker", { SANDBOX_FAILPOINT_TRACE: file });
  await untilQuiet(told.stage);
  const trace = readTrace(file);
  const violations = [...(await endOf(told, story)), ...(await stopWorker(world))];
  return { trace, queue, violations };
}

/** A strike that the successor of a struck worker did not come to any more gets the story told once more for itself. */
export async function strikeWorkerEverywhere(world: World, story: WorkerStory, aim: Aim): Promise<Outcome> {
  const outcome = await strikeWorker(world, story, aim);
  const alone: Outcome[] = [];
  if (aim.strikes.length > 1) for (const strike of outcome.missed) alone.push(await strikeWorker(world, story, { about: aim.about, strikes: [{ ...strike, time: 1 }] }));
  return {
    aim,
    kills: [outcome, ...alone].flatMap(({ kills }) => kills),
    missed: aim.strikes.length > 1 ? alone.flatMap(({ missed }) => missed) : outcome.missed,
    violations: [outcome, ...alone].flatMap(({ violations }) => violations),
  };
}

export async function strikeWorker(world: World, story: WorkerStory, aim: Aim, signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<Outcome> {
  const told = await story.prepare(world);
  const queue = await queueOf(told.stage);
  const file = newTrace(world);
  const struck: { line: Reached; strike: Strike; died: string }[] = [];
  const missed: Strike[] = [];
  for (const strike of aim.strikes) {
    await world.app.start("worker", { SANDBOX_FAILPOINT: armed(strike, queue, signal), SANDBOX_FAILPOINT_TRACE: file });
    const line = await struckIn(told.stage, file, struck.length);
    if (line === null) missed.push(strike);
    else struck.push({ line, strike, died: await world.app.ended("worker") });
    await world.app.stop("worker", "SIGTERM");
  }
  await world.app.start("worker", { SANDBOX_FAILPOINT_TRACE: file });
  const violations = [...(await endOf(told, story)), ...(await stopWorker(world))];
  const trace = readTrace(file);
  const kills = struck.map(({ line, strike, died }): Kill => ({ victim: "worker", point: strike.point, where: strike.where, died, resumedMs: resumedAfter(line, trace) }));
  return { aim, kills, missed, violations };
}

export function armed({ point, order, time }: Strike, queue: readonly string[], action: string): string {
  const gid = order === null ? undefined : queue[order];
  return `${point}@${time}${gid === undefined ? "" : `/${gid.slice(gid.lastIndexOf("/") + 1)}`}=${action}`;
}

/** The line of the process that was struck as the `nth`, or null when everything is done without getting there. */
async function struckIn(stage: KillStage, file: string, nth: number): Promise<Reached | null> {
  const { app } = stage.world;
  const struck = (): Reached | undefined => readTrace(file).filter((line) => line.struck !== null)[nth];
  let isOver = false;
  const death = app.ended("worker").then(() => void (isOver = true));
  // It strikes itself, so its death is waited for and not its trace read again and again.
  while (!isOver && (await canRun(stage))) await Promise.race([death, pause(POLL_MS)]);
  const line = struck();
  if (isOver && line === undefined) stage.world.app.assertAlive();
  return line ?? null;
}

export async function endOf(told: Told, story: Pick<WorkerStory, "mend">): Promise<string[]> {
  try {
    await comeToRest(told.stage);
    if (story.mend) {
      await story.mend(told);
      await comeToRest(told.stage);
    }
  } catch (error) {
    return [`not at rest: ${error instanceof Error ? error.message : String(error)}`];
  }
  return violationsOf(told.stage, told.orders, told.madeAgain, told.sameMarker);
}
