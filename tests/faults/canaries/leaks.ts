/** Looks for values in logs, as they are and in the forms that programs give them on the way. */

export type Leak = { what: string; line: string };

export function leaksIn(log: string, values: Readonly<Record<string, string>>): Leak[] {
  const wanted = Object.entries(values).flatMap(([what, value]) => formsOf(value).map((form) => ({ what, form })));
  return log.split("\n").flatMap((line) => wanted.filter(({ form }) => line.includes(form)).map(({ what }) => ({ what, line: line.slice(0, 1_000) })));
}

function formsOf(value: string): string[] {
  const base64 = Buffer.from(value).toString("base64");
  // The last characters of base64 depend on what follows the value.
  return [...new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), value.toLowerCase(), base64.slice(0, -4)])].filter((form) => form.length >= MIN_LENGTH);
}

/** Shorter texts turn up by chance. */
const MIN_LENGTH = 5;
