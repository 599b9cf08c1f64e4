/** Loaded before everything else (`--import`): patches the app's source in memory as it is loaded, so that the files stay as they are. */
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { type Patch, PLANTED_BUGS } from "./planted-bugs.ts";

/** Names the bug to be planted. */
export const BUG_VARIABLE = "TIEOUT_PLANTED_BUG";

const ROOT = new URL("../../../", import.meta.url);
/** Told apart from the exit codes of a suite process. */
const NOT_PLANTED = 70;

const name = process.env[BUG_VARIABLE];
if (name !== undefined) plant(name);

function plant(bugName: string): void {
  const bug = PLANTED_BUGS.find((each) => each.name === bugName);
  if (!bug) throw new Error(`there is no planted bug ${bugName}`);
  const left = new Set(bug.patches);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const here = bug.patches.filter(({ file }) => url === new URL(file, ROOT).href);
      if (here.length === 0) return loaded;
      let source = textOf(loaded.source);
      for (const patch of here) {
        source = patched(source, patch);
        left.delete(patch);
      }
      return { ...loaded, source };
    },
  });
  process.on("exit", () => {
    if (left.size === 0) return;
    console.error(`planted bug ${bugName}: never loaded ${[...left].map(({ file }) => file).join(", ")}`);
    process.exitCode = NOT_PLANTED;
  });
}

function patched(source: string, { file, snippet, replacement }: Patch): string {
  const parts = source.split(snippet);
  if (parts.length !== 2) throw new Error(`${fileURLToPath(new URL(file, ROOT))}: the snippet of a planted bug stands there ${parts.length - 1} times, not once: ${snippet}`);
  return parts.join(replacement);
}

function textOf(source: string | ArrayBuffer | NodeJS.TypedArray | undefined): string {
  if (typeof source === "string") return source;
  if (source === undefined) throw new Error("a module without source cannot be patched");
  return new TextDecoder().decode(source);
}
