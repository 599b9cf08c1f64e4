/** Plays a scenario through the real app: documents, issues and trial balance as written by hand, and every body that was sent as Intuit's schema has it. */
import { expect } from "vitest";
import type { World } from "#sandbox/launch/world.ts";
import { playStory } from "#sandbox/play/play-story.ts";
import type { PlayResult } from "#sandbox/play/result/result.ts";
import { invalidBodies } from "./invalid-bodies.ts";
import { loadScenario } from "./test-world.ts";

export async function comesOut(world: World, name: string): Promise<PlayResult> {
  const result = await playStory(world, loadScenario(name));
  expect(result.failures).toEqual([]);
  expect(invalidBodies(result)).toEqual([]);
  return result;
}
