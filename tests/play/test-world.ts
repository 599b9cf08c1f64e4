/** A world for tests: the real app between the simulators, and the stories to play in it. */
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { mkdtempSync, rmSync } from "node:fs";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import { startWorld, type World } from "#sandbox/launch/world.ts";
import { loadStories } from "#sandbox/play/load-stories.ts";
import type { Story } from "#sandbox/play/story.ts";

/** The embedded server is shared by all test files that start a world; each has its own database. */
const DATA_FOLDER = ".cache/test-worlds";

/** A first start copies PostgreSQL and builds the web app. */
export const WORLD_STARTS_WITHIN_MS = 180_000;

export type TestWorld = { world: World; stop: () => Promise<void> };

export async function startTestWorld(): Promise<TestWorld> {
  const runFolder = mkdtempSync(join(tmpdir(), "tieout-world-"));
  const teardown = createTeardown();
  try {
    const world = await startWorld({ dataFolder: DATA_FOLDER, runFolder }, teardown);
    return {
      world,
      stop: async () => {
        await teardown.stop();
        rmSync(runFolder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await teardown.stop();
    throw error;
  }
}

export const scenarioFile = (name: string): string => fileURLToPath(new URL(`../../sandbox/scenarios/${name}.json`, import.meta.url));

export function loadScenario(name: string): Story {
  return only(loadStories({ scripts: [scenarioFile(name)], orders: null, config: null, out: null }, refuseNotice));
}

export function loadOrderFile(file: string): Story {
  return only(loadStories({ scripts: [], orders: file, config: null, out: null }, refuseNotice));
}

function only(stories: readonly Story[]): Story {
  const [story, ...others] = stories;
  if (story === undefined || others.length > 0) throw new Error("one story was expected");
  return story;
}

function refuseNotice(text: string): void {
  throw new Error(text);
}
