/** The test of the tests, in small: a few planted bugs that must be found at once, and every patch still fits the source. All of them: `npm run faults:bugs`. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hunt } from "./bugs/hunt.ts";
import { PLANTED_BUGS } from "./bugs/planted-bugs.ts";

const ROOT = new URL("../../", import.meta.url);
const WITHIN_MS = 300_000;

describe("planted bugs", () => {
  it("are at least twenty, each with a name of its own", () => {
    expect(new Set(PLANTED_BUGS.map(({ name }) => name)).size).toBe(PLANTED_BUGS.length);
    expect(PLANTED_BUGS.length).toBeGreaterThanOrEqual(20);
  });

  it("fit the source: every snippet stands exactly once", () => {
    const misfits = PLANTED_BUGS.flatMap(({ name, patches }) =>
      patches.filter(({ file, snippet }) => readFileSync(new URL(file, ROOT), "utf8").split(snippet).length !== 2).map(({ file }) => `${name}: ${file}`),
    );
    expect(misfits).toEqual([]);
  });

  it.each(["no-request-id", "never-applies", "token-in-log"])("%s is found within five seeds", { timeout: WITHIN_MS }, async (bug) => {
    expect((await hunt(bug, { seeds: 5, from: 1, processes: 1 })).find).not.toBeNull();
  });
});
