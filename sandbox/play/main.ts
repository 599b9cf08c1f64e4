/** `npm run play`: plays scripts or order files through the real app and tells what happened. Exit 0: everything holds; 1: something does not; 2: the script is wrong. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTeardown, type Teardown } from "#sandbox/launch/teardown.ts";
import { stopWithProcess } from "#sandbox/launch/shutdown.ts";
import { startWorld } from "#sandbox/launch/world.ts";
import { type PlayArguments, readArguments } from "./arguments.ts";
import { loadStories } from "./load-stories.ts";
import { playStory } from "./play-story.ts";
import { resultText } from "./print/print-result.ts";
import { paintFor } from "./print/table.ts";
import type { PlayResult } from "./result/result.ts";
import { problemText, ScriptError } from "./script/problem.ts";
import type { Story } from "./story.ts";

const DATA_FOLDER = ".data/play";

const EVERYTHING_HOLDS = 0;
const SOMETHING_DOES_NOT = 1;
const SCRIPT_IS_WRONG = 2;

const teardown = createTeardown();
stopWithProcess(teardown, { cleanEnd: false });
const code = await main();
await teardown.stop();
process.exit(code);

async function main(): Promise<number> {
  try {
    const given = readArguments(process.argv.slice(2));
    return await playAll(loadStories(given, (text) => console.log(text)), given, teardown);
  } catch (error) {
    if (error instanceof ScriptError) {
      for (const problem of error.problems) console.error(problemText(problem));
      return SCRIPT_IS_WRONG;
    }
    if (!teardown.isStopping()) console.error(error instanceof Error ? error.message : error);
    return SOMETHING_DOES_NOT;
  }
}

/** The logs of the app's processes stay where something did not hold. */
async function playAll(stories: readonly Story[], given: PlayArguments, teardown: Teardown): Promise<number> {
  const runFolder = join(DATA_FOLDER, "runs", `${new Date().toISOString().replaceAll(/[:.]/g, "-")}-${process.pid}`);
  let code = SOMETHING_DOES_NOT;
  try {
    const world = await startWorld({ dataFolder: DATA_FOLDER, runFolder }, teardown);
    console.log(`Database: ${world.database.description}`);
    const results: PlayResult[] = [];
    for (const story of stories) {
      const result = await playStory(world, story);
      results.push(result);
      console.log(`\n${resultText(result, paintFor(process.stdout, process.env["NO_COLOR"]))}`);
    }
    if (given.out !== null) writeFileSync(given.out, `${JSON.stringify(results.length === 1 ? results[0] : { results }, null, 2)}\n`);
    code = results.every((result) => result.failures.length === 0) ? EVERYTHING_HOLDS : SOMETHING_DOES_NOT;
    return code;
  } finally {
    if (code === EVERYTHING_HOLDS || teardown.isStopping()) rmSync(runFolder, { recursive: true, force: true });
    else if (existsSync(join(runFolder, "web.log"))) console.error(`The app's logs: ${runFolder}`);
  }
}
