/** Plain text tables and colours for the terminal. */

export type Column = { title: string; align: "left" | "right" };

/** Rows under their titles, in columns as wide as needed. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((column, index) => Math.max(column.title.length, ...rows.map((row) => (row[index] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    columns.map(({ align }, index) => pad(cells[index] ?? "", widths[index] ?? 0, align)).join("   ").trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("───");
  return [line(columns.map((column) => column.title)), rule, ...rows.map(line)];
}

export const pad = (text: string, width: number, align: Column["align"]): string => (align === "left" ? text.padEnd(width) : text.padStart(width));

export type Paint = { bold: (text: string) => string; good: (text: string) => string; bad: (text: string) => string; dim: (text: string) => string };

/** Colour only where a person looks: on a terminal, unless NO_COLOR is set (https://no-color.org). */
export function paintFor(stream: { isTTY?: boolean }, noColor: string | undefined): Paint {
  const style = (code: number) => (text: string) => (stream.isTTY === true && !noColor ? `\u001B[${code}m${text}\u001B[0m` : text);
  return { bold: style(1), good: style(32), bad: style(31), dim: style(2) };
}
