/**
 * Makes a new, empty PostgreSQL cluster with a password of its own; never touches one that exists.
 */
import { chmod, chown, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { clusterFolder, type Placement } from "./placement.ts";

export const SUPERUSER = "tieout";

const UNFINISHED = "unfinished-";

/**
 * Makes the cluster of a home if it has none and answers its password, which lies beside it, readable by its owner only.
 * The caller holds the launch lock. Throws when the cluster was made by another major version of PostgreSQL.
 */
export async function ensureCluster(placement: Placement, binaries: Binaries): Promise<{ password: string }> {
  const cluster = clusterFolder(placement.home);
  const passwordFile = join(placement.home, "password");
  if (!existsSync(cluster)) {
    await removeUnfinished(placement.home);
    const password = randomBytes(24).toString("base64url");
    await writeFile(passwordFile, password, { mode: 0o600 });
    await createCluster(placement, binaries, password);
  }
  await refuseOtherVersion(cluster, binaries.major);
  return { password: await readFile(passwordFile, "utf8") };
}

/** Made aside and renamed, so that a crash half-way leaves nothing that looks like a cluster. */
async function createCluster(placement: Placement, binaries: Binaries, password: string): Promise<void> {
  const workshop = join(placement.home, `${UNFINISHED}${randomUUID()}`);
  const cluster = join(workshop, "cluster");
  const passwordCopy = join(workshop, "password");
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  await writeFile(passwordCopy, password, { mode: 0o600 });
  if (placement.runAs !== undefined) {
    const { uid, gid } = placement.runAs;
    for (const path of [workshop, cluster, passwordCopy]) await chown(path, uid, gid);
  }
  await chmod(cluster, 0o700);
  await runInitdb(binaries, cluster, passwordCopy, placement.runAs);
  await rename(cluster, clusterFolder(placement.home));
  await rm(workshop, { recursive: true });
}

/** Locale C.UTF-8 from PostgreSQL itself: the same sort order on every machine, whatever its C library has. */
async function runInitdb(binaries: Binaries, cluster: string, passwordFile: string, runAs: Placement["runAs"]): Promise<void> {
  const options = [
    `--pgdata=${cluster}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256",
    "--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions",
  ];
  await promisify(execFile)(binaries.initdb, options, { cwd: "/", env: SERVER_ENVIRONMENT, ...runAs });
}

/** Nothing of ours is passed on: neither secrets nor PG* variables that would bend the server. (NODE_ENV: Remix's types demand it of every environment.) */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith(UNFINISHED)) await rm(join(home, name), { recursive: true, force: true });
  }
}

async function refuseOtherVersion(cluster: string, major: string): Promise<void> {
  const found = (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
  if (found === major) return;
  throw new Error(
    `The data in ${cluster} was written by PostgreSQL ${found}, and this release brings PostgreSQL ${major}. Dump it with the earlier release, remove the folder and load it again; or set DATABASE_URL.`,
  );
}
