/** Carries out runs in several worlds side by side: they mostly wait for a dead worker's job to be taken over. */
import type { World } from "#sandbox/launch/world.ts";
import type { Kill, Outcome } from "./outcome.ts";
import { tidy } from "./tidy.ts";

export type Run<Place> = { about: string; go(place: Place): Promise<Omit<Outcome, "aim">> };
export type Finished = { about: string; kills: Kill[]; missed: Outcome["missed"]; violations: string[]; seconds: number };

/** In the sequence in which they end. What breaks off is a violation, and its world is put right for the next run. */
export async function runAll<Place extends { world: World }>(runs: readonly Run<Place>[], places: readonly Place[], tell: (finished: Finished) => void): Promise<Finished[]> {
  const waiting = [...runs];
  const finished: Finished[] = [];
  const work = async (place: Place): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      const startedAt = performance.now();
      const { kills, missed, violations } = await attempt(run, place);
      const done = { about: run.about, kills, missed, violations, seconds: Math.round((performance.now() - startedAt) / 1_000) };
      finished.push(done);
      tell(done);
    }
  };
  await Promise.all(places.map(work));
  return finished;
}

async function attempt<Place extends { world: World }>(run: Run<Place>, place: Place): Promise<Omit<Outcome, "aim">> {
  try {
    return await run.go(place);
  } catch (error) {
    await tidy(place.world);
    return { kills: [], missed: [], violations: [`broke off: ${error instanceof Error ? error.message : String(error)}`] };
  }
}
