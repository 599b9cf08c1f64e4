import { expect, it } from "vitest";
import { bookLives } from "./booked-lives.ts";

/** The first of the 500 that `npm run lives:booked` books. */
const LIVES = 25;

it("random lives are in the books as planned", { timeout: 120_000 }, async () => {
  const { wrong, trialBalance, planned } = await bookLives(LIVES, 1);
  expect(wrong).toEqual([]);
  expect(trialBalance).toEqual(planned);
});
