import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { advanceClock, readClock, setClock } from "./clock-file.ts";

describe("the sandbox clock", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clock-"));
    path = join(folder, "clock.json");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const secondsFrom = (instant: Temporal.Instant): number =>
    Math.abs(readClock(path)().since(instant).total("seconds"));

  it("shows the system time while there is no file", () => {
    expect(secondsFrom(Temporal.Now.instant())).toBeLessThan(2);
  });

  it("shows the instant it was set to", () => {
    const instant = Temporal.Instant.from("2026-11-02T10:00:00Z");
    setClock(path, instant);
    expect(secondsFrom(instant)).toBeLessThan(2);
  });

  it("moves by an ISO 8601 duration, days and months included", () => {
    setClock(path, Temporal.Instant.from("2026-11-02T10:00:00Z"));
    advanceClock(path, "P1M3DT2H");
    expect(secondsFrom(Temporal.Instant.from("2026-12-05T12:00:00Z"))).toBeLessThan(2);
    advanceClock(path, Temporal.Duration.from({ hours: -2 }));
    expect(secondsFrom(Temporal.Instant.from("2026-12-05T10:00:00Z"))).toBeLessThan(2);
  });

  it("leaves no draft file behind", () => {
    setClock(path, Temporal.Now.instant());
    expect(readdirSync(folder)).toEqual(["clock.json"]);
  });

  it("refuses a file that is no clock", () => {
    writeFileSync(path, '{"offset":1}');
    expect(() => readClock(path)()).toThrow("is no clock file");
  });
});
