/** `npm run play`: plays scripts or order files through the real app and tells what happened. Exit 0: everything holds; 1: something does not; 2: the script is wrong. */
import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createTeardown } from "#sandbox/launch/teardown.ts";
import { stopWithProcess } from "#sandbox/launch/shutdown.ts";
import { startWorld } from "#sandbox/launch/world.ts";
import { readArguments } from "./arguments.ts";
import { loadStories } from "./load-stories.ts";
import { playStory } from "./play-story.ts";
import { resultText } from "./print/print-result.ts";
import { paintFor } from "./print/table.ts";
import type { PlayResult } from "./result/result.ts";
import { problemText, ScriptError } from "./script/problem.ts";

process.exitCode = await main();
