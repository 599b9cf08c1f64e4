/** One hash over the content of files and folders, so that "did anything change" is answered by what is there and never by dates. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * SHA-256 (hex) over path and content of every file below `paths` (relative to `root`); a missing path counts as absent.
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {(path: string) => boolean} include asked with each file's path relative to `root`
 */
export function contentHash(root, paths, include = () => true) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    const name = relative(root, file);
    if (include(name)) hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name)));
}
