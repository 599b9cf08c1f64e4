/** Order of the test files: the ones known to be long begin, so that none of them is left alone at the end; never decides what runs. Vitest's own memory of durations is empty on a fresh clone. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Roughly by seconds on two cores. Those that start the app's processes are mixed with those that do not: four starts at once are slow enough to run into the starts' time limit on a busy machine. */
const LONGEST = [
  "tests/faults/canaries", "tests/faults/bugs", "tests/play/preview-equals", "tests/architecture/import-law", "tests/play/scenarios-of-orders", "tests/play/scenarios-with-other-hands", "tests/play/scenarios-side-by-side", "app/database/embedded/embedded-postgres", "tests/play/command",
  "tests/faults/two-workers", "tests/faults/suite", "tests/faults/lost-database", "tests/faults/webhook-load", "tests/play/steps", "tests/play/stop",
  "tests/play/modes", "app/jobs/start-worker", "tests/play/lost-webhooks", "tests/play/webhooks", "tests/play/paused", "app/server/app-process",
];

/** Files that share a process come last, one after the other, so that the process is handed on. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.map((file) => ({ file, rank: rankOf(file) })).sort((one, other) => one.rank - other.rank).map(({ file }) => file);
  }
}

function rankOf({ moduleId, project }: TestSpecification): number {
  if (!project.config.isolate) return LONGEST.length + 1;
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return rank === -1 ? LONGEST.length : rank;
}
