/** Why text cannot be the date of a document. */
import { date } from "../values/date.ts";

export const dayRefusal = (value: string): string | null => (date.parse(value, []).ok ? null : `“${value}” is not a day`);
