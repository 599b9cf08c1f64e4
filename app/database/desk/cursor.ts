/** Where a page of orders begins: the row beside it and the direction. Opaque to whoever carries it; text that is none counts as no cursor. */
import { z } from "zod";

/** `at`: the time the list is sorted by, in milliseconds since the epoch, which is all its column keeps. */
export type Cursor = { direction: "next" | "previous"; at: number; orderId: string };

const cursorSchema = z.tuple([z.enum(["next", "previous"]), z.int(), z.string().max(255)]);

export const writeCursor = ({ direction, at, orderId }: Cursor): string => Buffer.from(JSON.stringify([direction, at, orderId])).toString("base64url");

export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(text, "base64url").toString("utf8")));
  if (!parsed.success || Number.isNaN(new Date(parsed.data[1]).getTime())) return null;
  const [direction, at, orderId] = parsed.data;
  return { direction, at, orderId };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
