/**
 * Decides where the embedded server's files live and which user runs it; never starts anything.
 *
 * PostgreSQL refuses to run as root. Started by root, it runs as an unprivileged user, and everything that user has to
 * read lies where it can: a folder below /root or below a private temporary folder is closed to it.
 */
import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { randomUUID } from "node:crypto";

export type Placement = {
  /** Folder with the cluster, its password, its port and its locks. */
  readonly home: string;
  /** User that the server runs as; `undefined`: the user of this process. */
  readonly runAs: { readonly uid: number; readonly gid: number } | undefined;
  /** Where a copy of the programs may be put. */
  readonly copiesFolder: string;
};

/** `nobody` on Linux; no account is needed for a number to own files. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 } as const;

/** Only root writes here, so nobody can plant programs or data that root would then start. */
const ROOT_FOLDER = "/var/lib/tieout";

/** Name of the note, inside the data folder, that says where the files of an unreachable data folder are. */
const ELSEWHERE = "location";

/**
 * Makes the folders needed for the existing folder `dataDir`. The caller holds the launch lock of that folder.
 * Throws, with a sentence to act on, when the folder belongs to another user.
 */
export async function placeServer(dataDir: string): Promise<Placement> {
  if (process.getuid?.() !== 0) {
    refuseNamelessUser();
    await refuseForeignFolder(dataDir);
    return { home: dataDir, runAs: undefined, copiesFolder: dataDir };
  }
  await makeOpenFolder(ROOT_FOLDER);
  const runAs = await ownerOfCluster(dataDir);
  if (await canPass(dataDir, runAs)) return { home: dataDir, runAs, copiesFolder: ROOT_FOLDER };
  return { home: await homeElsewhere(dataDir), runAs: UNPRIVILEGED, copiesFolder: ROOT_FOLDER };
}

/** The cluster's own folder inside a home. */
export function clusterFolder(home: string): string {
  return join(home, "cluster");
}

/** An ordinary user may have made the cluster before root starts it: then it stays theirs. */
async function ownerOfCluster(home: string): Promise<{ uid: number; gid: number }> {
  if (!existsSync(clusterFolder(home))) return UNPRIVILEGED;
  const owner = await stat(clusterFolder(home));
  return { uid: owner.uid, gid: owner.gid };
}

async function refuseForeignFolder(folder: string): Promise<void> {
  const owner = (await stat(existsSync(clusterFolder(folder)) ? clusterFolder(folder) : folder)).uid;
  if (owner === process.getuid?.() || process.getuid === undefined) return;
  throw new Error(
    `The database folder ${folder} belongs to another user (uid ${owner}). Start as the user who made it, remove the folder to begin anew, or set DATABASE_URL.`,
  );
}

/** `initdb` looks up the name of its user; containers may run under a number that has none. */
function refuseNamelessUser(): void {
  try {
    userInfo();
  } catch (cause) {
    throw new Error("This process's user has no entry in /etc/passwd, and PostgreSQL wants one. Add an entry, run as another user, or set DATABASE_URL.", { cause });
  }
}

/** Whether a user may walk through the folder and all its parents (the x bit of each). */
async function canPass(folder: string, user: { uid: number; gid: number }): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  if (((mode >> shift) & 1) === 0) return false;
  return dirname(folder) === folder || canPass(dirname(folder), user);
}

/** The name is drawn once and noted in the data folder: removing that folder begins anew, as it does everywhere else. */
async function homeElsewhere(folder: string): Promise<string> {
  const note = join(folder, ELSEWHERE);
  if (!existsSync(note)) await writeFile(note, join(ROOT_FOLDER, `data-${randomUUID()}`));
  const home = await readFile(note, "utf8");
  await makeOpenFolder(home);
  return home;
}

/** Others may walk through; what is inside protects itself. `mkdir` alone would obey the umask. */
async function makeOpenFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}
