import { DOCUMENT_KINDS } from "#app/domain/documents/kind.ts";
import { expect, it } from "vitest";
import { surveyLives } from "./random-lives.ts";

/** The first of the 20,000 that `npm run lives` goes through. */
const LIVES = 400;

it("random lives are planned soundly, whatever happens to the order, and every kind of document is met", { timeout: 120_000 }, async () => {
  const { failures, kinds, orders } = await surveyLives(LIVES, 1);
  expect(failures).toEqual([]);
  expect(orders).toBe(LIVES);
  expect([...kinds.keys()].sort()).toEqual([...DOCUMENT_KINDS].sort());
});
