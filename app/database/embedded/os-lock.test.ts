import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockAlone, lockShared, tryLockAlone } from "./os-lock.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lock-"));
  path = join(folder, "a.lock");
});
afterEach(() => rm(folder, { recursive: true }));

test("many hold it together, and nobody alone until the last has released it", async () => {
  const one = await lockShared(path, 0);
  const other = await lockShared(path, 0);
  one.release();
  expect(tryLockAlone(path)).toBeUndefined();
  other.release();
  expect(tryLockAlone(path)).toBeDefined();
});

test("who waits gets it when it is released", async () => {
  const first = await lockAlone(path, 0);
  const waiting = lockAlone(path, 5_000);
  first.release();
  (await waiting).release();
});

test("who waits too long is told which file it is about", async () => {
  const holder = await lockAlone(path, 0);
  await expect(lockShared(path, 50)).rejects.toThrow(path);
  holder.release();
});

test("releasing twice is harmless", async () => {
  const lock = await lockAlone(path, 0);
  lock.release();
  lock.release();
  expect(tryLockAlone(path)).toBeDefined();
});
