/** Mode × order × chosen statuses (design page 03), each row of the table written by hand and played through the real app. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { MODES } from "#app/domain/settings/settings.ts";
import { playStory } from "#sandbox/play/play-story.ts";
import { parseScript } from "#sandbox/play/script/script.ts";
import type { Story } from "#sandbox/play/story.ts";
import { invalidBodies } from "./invalid-bodies.ts";
import { scenarioFile, testWorld } from "./test-world.ts";

const LIVES = ["pending", "paid", "fulfilled"] as const;
const NAME = "#2001";

const tableSchema = z.strictObject({
  about: z.array(z.string()),
  order: z.record(z.string(), z.unknown()),
  rows: z.array(z.strictObject({ mode: z.string(), order: z.enum(LIVES), statuses: z.array(z.string()), documents: z.array(z.unknown()) })),
});
const table = tableSchema.parse(JSON.parse(readFileSync(scenarioFile("tables/modes"), "utf8")));
type Row = (typeof table.rows)[number];

/** How an order comes to its status: `fulfilled` passes through pending and paid. */
const LIFE_STEPS = {
  pending: [],
  paid: [],
  fulfilled: [{ do: "pay", order: NAME }, { do: "fulfil", order: NAME }],
} as const satisfies Record<Row["order"], readonly object[]>;

function storyOf(row: Row): Story {
  const order = { ...table.order, name: NAME, financial_status: row.order === "paid" ? "paid" : "pending" };
  const script = {
    name: `${row.mode}, order ${row.order}, statuses ${row.statuses.join(" + ")}`,
    config: { mode: row.mode, statuses: row.statuses },
    steps: [{ do: "create", order }, ...LIFE_STEPS[row.order], { do: "expect", order: NAME, documents: row.documents }],
  };
  return { script: parseScript(JSON.stringify(script)), orders: new Map([[0, order]]) };
}

describe("the mode table", () => {
  const world = testWorld();

  it("has a row for every mode, order and choice of statuses", () => {
    const keys = table.rows.map(({ mode, order, statuses }) => [mode, order, ...statuses].join(" "));
    const wanted = Object.keys(MODES).flatMap((mode) => LIVES.flatMap((life) => ["pending", "paid"].map((first) => `${mode} ${life} ${first} fulfilled`)));
    expect(keys.sort()).toEqual(wanted.sort());
  });

  // Side by side: each row has a shop and a company of its own, and most of a row is waiting for QuickBooks' pace.
  it.concurrent.each(table.rows.map((row): [string, Row] => [storyOf(row).script.name, row]))("%s", async (_, row) => {
    const result = await playStory(world(), storyOf(row));
    expect(result.failures).toEqual([]);
    expect(invalidBodies(result)).toEqual([]);
  }, 60_000);
});
