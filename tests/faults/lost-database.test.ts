/** The whole database lost, and an old backup restored: nothing is posted twice, every order is found again (issue 4, line 5). The full size runs with `npm run faults:lost`. */
import { describe, expect, it } from "vitest";
import { testWorld } from "../play/test-world.ts";
import { loseAndRecover } from "./lost-database/lose-and-recover.ts";

describe("the app's database", () => {
  const world = testWorld();

  it.each(["lost", "restored"] as const)("%s: every order is found, no document is new, and what ships afterwards ends in a receivable of 0", async (how) => {
    const figures = await loseAndRecover(world(), how, 12);
    expect(figures).toMatchObject({ documents: 12 + 3 + 12, newDocuments: 0, adopted: 12 + 3 + 12, receivable: "0.00" });
  }, 240_000);
});
