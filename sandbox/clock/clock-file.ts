/**
 * The sandbox clock: one small JSON file that the simulators and, in sandbox mode, the app read, so that they agree on the time.
 * It moves business dates, token expiry and retry times; it must never be used for pacing or queue polling.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Temporal } from "temporal-polyfill";

/** A clock that reads the file at every call: system time plus the stored offset. A missing file means no offset. */
export function readClock(path: string): () => Temporal.Instant {
  return () => Temporal.Now.instant().add({ milliseconds: readOffsetMs(path) });
}

/** Sets the clock so that it shows `instant` now and runs on from there. */
export function setClock(path: string, instant: Temporal.Instant): void {
  writeOffsetMs(path, instant.epochMilliseconds - Temporal.Now.instant().epochMilliseconds);
}

/**
 * Moves the clock by a duration (ISO 8601 text or Temporal.Duration; calendar units count in UTC).
 * Throws RangeError when the text is no duration.
 */
export function advanceClock(path: string, by: Temporal.Duration | string): void {
  const now = readClock(path)();
  const later = now.toZonedDateTimeISO("UTC").add(Temporal.Duration.from(by));
  setClock(path, later.toInstant());
}

function readOffsetMs(path: string): number {
  const text = readIfThere(path);
  if (text === undefined) return 0;
  const stored: unknown = JSON.parse(text);
  if (typeof stored === "object" && stored !== null && "offsetMs" in stored && Number.isSafeInteger(stored.offsetMs)) {
    return Number(stored.offsetMs);
  }
  throw new Error(`${path} is no clock file: expected { "offsetMs": whole number }`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written beside the file and renamed, so that a reader in another process never sees half a number. */
function writeOffsetMs(path: string, offsetMs: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify({ offsetMs }));
  renameSync(draft, path);
}
