/** A lock between processes of one machine, for work that must not run twice at once (installing, building). A holder that died frees it. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 100;
/** Longer than any install or build: an older lock belongs to a dead process whose number another one has by now. */
const STALE_AFTER_MS = 15 * 60_000;

/**
 * Runs `work` while the file `path` names this process as its holder; waits for another holder that is alive.
 * @template T
 * @param {string} path
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProcessLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) await delay(POLL_MS);
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

/** The lock appears by linking a file that is already written, so nobody ever reads half a number. */
function take(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    removeIfStale(path);
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Renamed away before it is judged gone, so that of two waiters only one removes it; a lock taken in between is put back. */
function removeIfStale(path) {
  const holder = readIfThere(path);
  if (holder === undefined || isAlive(Number(holder), path)) return;
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readIfThere(aside) !== holder) linkSync(aside, path);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isAlive(pid, path) {
  if (pid === process.pid || ageMs(path) > STALE_AFTER_MS) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function ageMs(path) {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? 0 : Date.now() - file.mtimeMs;
}

function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
