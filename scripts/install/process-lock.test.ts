import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withProcessLock } from "./process-lock.mjs";

/** Takes the lock, says so, and keeps it for good. */
const HOLDER = `
  const { withProcessLock } = await import(process.argv[2]);
  await withProcessLock(process.argv[3], async () => { process.send("held"); await new Promise((resolve) => process.once("message", resolve)); });
  process.disconnect();
`;

describe("the lock between processes", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lock-"));
    path = join(folder, "install.lock");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const holder = () => {
    const program = join(folder, "holder.mjs");
    writeFileSync(program, HOLDER);
    return fork(program, [new URL("process-lock.mjs", import.meta.url).href, path]);
  };

  it("lets one process work at a time", async () => {
    const other = holder();
    await once(other, "message");
    let mine = false;
    const waiting = withProcessLock(path, () => {
      mine = true;
    });
    expect(mine).toBe(false);
    other.send("let go");
    await waiting;
    expect(mine).toBe(true);
    expect(existsSync(path)).toBe(false);
  });

  it("is freed by a holder that was killed", async () => {
    const other = holder();
    await once(other, "message");
    other.kill("SIGKILL");
    await once(other, "exit");
    expect(existsSync(path)).toBe(true);
    expect(await withProcessLock(path, () => "done")).toBe("done");
  });

  it("is given back when the work fails", async () => {
    await expect(withProcessLock(path, () => Promise.reject(new Error("npm failed")))).rejects.toThrow("npm failed");
    expect(existsSync(path)).toBe(false);
  });
});
