import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClock } from "./clock.ts";

describe("the business clock", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clock-"));
    file = join(folder, "clock.json");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const aheadHours = (clock: ReturnType<typeof createClock>): number => Math.round(clock.now().since(Temporal.Now.instant()).total("hours")) + 0;

  it("is the system's without a file", () => {
    expect(aheadHours(createClock(undefined))).toBe(0);
  });

  it("reads its file at every call", () => {
    const clock = createClock(file);
    expect(aheadHours(clock)).toBe(0);
    writeFileSync(file, JSON.stringify({ offsetMs: 48 * 3_600_000 }));
    expect(aheadHours(clock)).toBe(48);
    writeFileSync(file, JSON.stringify({ offsetMs: -3_600_000 }));
    expect(aheadHours(clock)).toBe(-1);
  });

  it("refuses a file that is no clock", () => {
    writeFileSync(file, "{}");
    expect(() => createClock(file).now()).toThrow("is no clock file");
  });
});
