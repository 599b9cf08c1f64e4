/** Compares what npm says it installed with the lock file, so that a tree a person installed by hand is used as it is. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * True when every package of `package-lock.json` lies in `node_modules` in that version, optional ones of other platforms aside.
 * npm writes `node_modules/.package-lock.json` at the very end of an install, so an interrupted one never matches.
 * @param {string} root
 */
export function installedMatchesLock(root) {
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    if (path === "" || link) return true;
    const found = installed[path];
    return found === undefined ? Boolean(optional ?? devOptional) : found.version === version;
  });
}
