import { execFile } from "node:child_process";
import { lstat, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareBinaries } from "./binaries.ts";

let copiesFolder: string;
beforeEach(async () => { copiesFolder = await mkdtemp(join(tmpdir(), "binaries-")); });
afterEach(() => rm(copiesFolder, { recursive: true }));

test("a copy runs, with its library links, and is made once by two at the same time", async () => {
  const [one, other] = await Promise.all([1, 2].map(() => prepareBinaries({ mustCopy: true, copiesFolder })));
  expect(one).toEqual(other);
  expect(await readdir(copiesFolder)).toHaveLength(1);
  const { stdout } = await promisify(execFile)(String(one?.postgres), ["--version"]);
  expect(stdout).toContain(`PostgreSQL) ${String(one?.major)}.`);
});

test("everybody may read and enter a copy", async () => {
  const { root } = await prepareBinaries({ mustCopy: true, copiesFolder });
  for (const name of await readdir(root, { recursive: true })) {
    const path = join(root, name);
    if ((await lstat(path)).isSymbolicLink()) continue;
    expect((await stat(path)).mode & 0o004, path).toBe(0o004);
  }
});
