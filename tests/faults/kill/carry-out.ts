/** Carries out runs in several worlds side by side: they mostly wait for a dead worker's job to be taken over. */
import type { World } from "#sandbox/launch/world.ts";
import type { Kill, Outcome } from "./outcome.ts";
import { tidy } from "./tidy.ts";

export type Run<Place> = { about: string; go(place: Place): Promise<Omit<Outcome, "aim">> };
export type Finished = { about: string; kills: Kill[]; missed: Outcome["missed"]; violations: string[]; seconds: number };

/** Runs that several worlds take from, each run once. Null: there are no more. */
export type Runs<Place> = () => Promise<Run<Place> | null>;

/** `later`: more runs, known only after some of the first. */
export function createRuns<Place>(first: readonly Run<Place>[], later: Promise<readonly Run<Place>[]> = Promise.resolve([])): Runs<Place> {
  const waiting = [...first];
  const added = later.then((runs) => void waiting.push(...runs));
  return async () => {
    const next = waiting.shift();
    if (next !== undefined) return next;
    await added;
    return waiting.shift() ?? null;
  };
}

/** One after the other in one world, told as they end. What breaks off is a violation, and the world is put right for the next run. */
export async function carryOut<Place extends { world: World }>(runs: Runs<Place>, place: Place, tell: (finished: Finished) => void): Promise<void> {
  for (let run = await runs(); run !== null; run = await runs()) {
    const startedAt = performance.now();
    const { kills, missed, violations } = await attempt(run, place);
    tell({ about: run.about, kills, missed, violations, seconds: Math.round((performance.now() - startedAt) / 1_000) });
  }
}

async function attempt<Place extends { world: World }>(run: Run<Place>, place: Place): Promise<Omit<Outcome, "aim">> {
  try {
    return await run.go(place);
  } catch (error) {
    await tidy(place.world);
    return { kills: [], missed: [], violations: [`broke off: ${sentenceOf(error)}`] };
  }
}

const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${sentenceOf(error.cause)}`;
};
