/** `npm run goldens`: writes every golden and docs/accounting.md anew. What changed is to be read by somebody before it is committed. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ALL_STORIES } from "./all-stories.ts";
import { ACCOUNTING_PATH, accountingText, goldenOf, goldenPath, played } from "./golden-files.ts";

rmSync(dirname(goldenPath({ name: "x", title: "", tells: "", steps: [] })), { recursive: true, force: true });
const goldens = new Map<string, string>();
for (const story of ALL_STORIES) {
  const text = goldenOf(story, await played(story));
  goldens.set(story.name, text);
  mkdirSync(dirname(goldenPath(story)), { recursive: true });
  writeFileSync(goldenPath(story), text);
}
writeFileSync(ACCOUNTING_PATH, accountingText(goldens));
console.log(`${goldens.size} goldens written`);
