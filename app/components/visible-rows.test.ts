import { expect, it } from "vitest";
import { visibleRows } from "./visible-rows.ts";

const ROWS = Array.from({ length: 60 }, (_, index) => [`SKU-${index}`, index % 2 === 0 ? "Tee" : "Cap"]);
const shown = (find: string, limit: number, ...always: number[]) => visibleRows(ROWS, { find, limit, always: new Set(always) });

it("shows the first rows, and says that there are more", () => {
  expect(shown("", 3)).toEqual({ indexes: [0, 1, 2], hasMore: true });
  expect(shown("", 60)).toMatchObject({ hasMore: false });
});

it("finds rows by any of their texts", () => {
  expect(shown(" sku-57 ", 3)).toEqual({ indexes: [57], hasMore: false });
  expect(shown("cap", 2)).toEqual({ indexes: [1, 3], hasMore: true });
  expect(shown("mug", 3)).toEqual({ indexes: [], hasMore: false });
});

it("always shows the rows that a person is at, each once and in its place", () => {
  expect(shown("", 2, 1, 59)).toEqual({ indexes: [0, 1, 59], hasMore: true });
  expect(shown("mug", 2, 30)).toEqual({ indexes: [30], hasMore: false });
});
