/** What the documentation says of rules: every example can be imported, and the reference lists what there is. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ACTIONS } from "#app/domain/rules/actions/index.ts";
import { FIELDS } from "#app/domain/rules/fields/index.ts";
import { OPERATORS } from "#app/domain/rules/operators/index.ts";
import { parseRules } from "#app/domain/rules/parse-rules.ts";

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
const examples = page("rules-from-connex.md").split("\n").flatMap((line) => {
  const [, when = "", then = ""] = /\| ([^|]*?) → `(\{.*\})` \|$/.exec(line) ?? [];
  return then === "" ? [] : [[when, then] as const];
});

const rowOf = (text: string): object[] => {
  const [, field, op, value] = /`(\S+) (\S+)(?: ([^`]+))?`/.exec(text) ?? [];
  return field === undefined ? [] : [{ field, op, ...(value === undefined ? {} : { value }) }];
};

describe("the page on Connex's rules", () => {
  test("maps about thirty actions", () => {
    expect(examples.length).toBeGreaterThanOrEqual(30);
  });

  test.each(examples)("%s → %s can be imported", (when, then) => {
    const parsed = parseRules([{ title: "example", when: { all: rowOf(when) }, unless: when.startsWith("unless"), then: [JSON.parse(then)] }]);
    expect(parsed.ok ? "" : parsed.failure.join()).toBe("");
    expect(when === "all orders" ? [] : rowOf(when)).toHaveLength(when === "all orders" ? 0 : 1);
  });
});

test("the reference lists every field, comparison and action", () => {
  const reference = page("rules.md");
  const missing = [...FIELDS, ...OPERATORS, ...ACTIONS].map(({ key }) => key).filter((key) => !reference.includes(`\`${key}\``));
  expect(missing).toEqual([]);
});
