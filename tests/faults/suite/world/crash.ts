/** The death of the app's process at a failpoint: from then on nothing of that process reaches anything. */
import type { FailpointName, Hit } from "#app/pipeline/failpoints.ts";
import { meet } from "../faults/coverage.ts";
import { stepOfFailpoint } from "../faults/pipeline-step.ts";
import type { World } from "./world.ts";

export class Crash extends Error {
  override name = "Crash";
}

/** One per process. Whoever is dead stays dead, so that no error handling of the app can go on after a kill. */
export function mortality(world: () => World): Hit {
  let dead = false;
  return async (point) => {
    const here = world();
    if (dead) throw new Crash("dead already");
    await perhapsInterrupt(here);
    if (!isTheEnd(here, point)) return;
    dead = true;
    here.crash = null;
    here.log.add(`CRASH at ${point}`);
    meet(here.coverage, "crash", stepOfFailpoint(point));
    throw new Crash(point);
  };
}

function isTheEnd({ crash }: World, point: FailpointName): boolean {
  if (crash === null) return false;
  if ("at" in crash) return crash.at === point;
  crash.after -= 1;
  return crash.after <= 0;
}

async function perhapsInterrupt(world: World): Promise<void> {
  if (world.interruptIn === null) return;
  world.interruptIn -= 1;
  if (world.interruptIn > 0) return;
  world.interruptIn = null;
  await world.interrupt();
}
