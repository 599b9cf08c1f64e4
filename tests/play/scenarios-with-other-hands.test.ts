/** Stories in which somebody else works in the books or the shop as well, played through the real app. */
import { describe, expect, it } from "vitest";
import { comesOut } from "./comes-out.ts";
import { WITH_OTHER_HANDS } from "./scenario-names.ts";
import { testWorld } from "./test-world.ts";

describe("stories with other hands", () => {
  const world = testWorld();

  it.each(WITH_OTHER_HANDS.filter((name) => name !== "a38"))("%s comes out exactly as written by hand", async (name) => {
    await comesOut(world(), name);
  }, 60_000);

  it("a38 comes out so, and sends lines of an exempt customer as NON", async () => {
    const { orders } = await comesOut(world(), "a38");
    expect(orders[0]?.documents.find(({ kind }) => kind === "invoice")?.lines.map(({ taxCode }) => taxCode)).toEqual(["NON"]);
  }, 60_000);
});
