/** The death of the app's process at a failpoint: from then on nothing of that process reaches anything. */
import type { Hit } from "#app/pipeline/failpoints.ts";
import { meet } from "../faults/coverage.ts";
import { stepOfFailpoint } from "../faults/pipeline-step.ts";
import type { World } from "./world.ts";

export class Crash extends Error {}

/** One per process. Whoever is dead stays dead, so that no error handling of the app can go on after a kill. */
export function mortality(world: () => World): Hit {
  let dead = false;
  return (point) => {
    const here = world();
    if (dead) return Promise.reject(new Crash("dead already"));
    if (here.crashIn === null) return Promise.resolve();
    here.crashIn -= 1;
    if (here.crashIn > 0) return Promise.resolve();
    dead = true;
    here.crashIn = null;
    here.log.add(`CRASH at ${point}`);
    meet(here.coverage, "crash", stepOfFailpoint(point));
    return Promise.reject(new Crash(point));
  };
}
