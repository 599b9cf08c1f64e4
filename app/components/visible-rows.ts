/** Which rows of a long list are drawn: the first that fit what is looked for, and those that a person is at or has to correct. Pure. */

export type VisibleRows = {
  /** Places in the whole list, in its order. */
  indexes: number[];
  /** Whether more of them fit. */
  hasMore: boolean;
};

export function visibleRows(rows: readonly (readonly string[])[], { find, limit, always }: { find: string; limit: number; always: ReadonlySet<number> }): VisibleRows {
  const words = find.trim().toLowerCase();
  const fitting = rows.flatMap((row, index) => (row.some((text) => text.toLowerCase().includes(words)) ? [index] : []));
  const first = new Set(fitting.slice(0, limit));
  return { indexes: [...rows.keys()].filter((index) => first.has(index) || always.has(index)), hasMore: fitting.length > limit };
}
