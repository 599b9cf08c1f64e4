/** Every story against its golden: the journal as it is kept in `app/domain/plan/goldens`, compared to the letter. `npm run goldens` writes them anew. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALL_STORIES, TOLD_STORIES } from "./all-stories.ts";
import { ACCOUNTING_PATH, accountingText, goldenOf, goldenPath, played } from "./golden-files.ts";
import { unsound } from "./sound.ts";
import { wrongBodies } from "./wrong-bodies.ts";

const kept = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

describe("goldens", () => {
  it.each(ALL_STORIES)("$name", async (story) => {
    const steps = await played(story);
    expect(steps.flatMap(unsound)).toEqual([]);
    expect(steps.flatMap(wrongBodies)).toEqual([]);
    const last = steps.at(-1);
    expect(last?.plan.issues.map(({ code }) => code)).toEqual(story.waitsOn ?? []);
    expect(last?.plan.waits.map(({ code }) => code)).toEqual(story.waitsFor ?? []);
    if (!story.name.includes("/")) expect(last?.plan.notices.map(({ code }) => code)).toEqual(story.tellsOf ?? []);
    expect(goldenOf(story, steps)).toBe(kept(goldenPath(story)));
  });

  it("are at least 150, and no two have one name", () => {
    expect(new Set(ALL_STORIES.map(({ name }) => name)).size).toBe(ALL_STORIES.length);
    expect(ALL_STORIES.length).toBeGreaterThanOrEqual(150);
  });

  it("are what docs/accounting.md tells", () => {
    expect(kept(ACCOUNTING_PATH)).toBe(accountingText(new Map(TOLD_STORIES.map((story) => [story.name, kept(goldenPath(story))]))));
  });
});
