/** A world for tests: the real app between the simulators, and the stories to play in it. */
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, beforeAll } from "vitest";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import { startWorld, type World, type WorldOptions } from "#sandbox/launch/world.ts";
import { loadStories } from "#sandbox/play/load-stories.ts";
import type { Story } from "#sandbox/play/story.ts";

/** The embedded server is shared by all test files that start a world; each has its own database. */
const DATA_FOLDER = ".cache/test-worlds";

/** A first start copies PostgreSQL and builds the web app. */
export const WORLD_STARTS_WITHIN_MS = 180_000;
/** The app ends within 20 s of SIGTERM. */
const WORLD_STOPS_WITHIN_MS = 30_000;

/** A world that starts before the tests of the calling `describe` and stops after them. */
export function testWorld(processes?: WorldOptions["processes"]): () => World {
  const runFolder = join(tmpdir(), `tieout-world-${randomUUID()}`);
  const teardown = createTeardown();
  process.once("exit", () => teardown.killNow());
  let world: World | undefined;
  beforeAll(async () => {
    world = await startWorld({ dataFolder: DATA_FOLDER, runFolder, ...(processes ? { processes } : {}) }, teardown);
  }, WORLD_STARTS_WITHIN_MS);
  afterAll(async () => {
    await teardown.stop();
    rmSync(runFolder, { recursive: true, force: true });
  }, WORLD_STOPS_WITHIN_MS);
  return () => {
    if (world === undefined) throw new Error("the world has not started");
    return world;
  };
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
