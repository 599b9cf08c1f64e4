/** Order numbers as people paste them: lists and ranges, with or without `#`, in any spacing. Pure text work; whether an order exists is not asked here. */
import { failure, type Result, success } from "../result.ts";

/** More than this is a date range, or a mistake. */
export const MOST_NUMBERS = 2_000;

const RANGE = /^#?(\d{1,15})\s*(?:-|–|—|\.\.|to)\s*#?(\d{1,15})$/i;
/** Shopify lets a shop put text around its numbers, such as `T-1001-US`. */
const NUMBER = /^#?([\p{L}\p{N}][\p{L}\p{N}._/-]{0,49})$/u;

/** Ten times what 2,000 long numbers need. */
const MOST_TEXT = 1_000_000;

/** The numbers without `#`, each once, in the order given. The failure is one sentence. */
export function parseNumbers(text: string): Result<string[], string> {
  if (text.length > MOST_TEXT) return failure(`This is too much text; at most ${MOST_NUMBERS.toLocaleString("en-US")} numbers go into one run. For more, choose a date range.`);
  // Long runs of white space first become short: the patterns after this one would try each of their beginnings.
  const joined = text.replace(/\s+/g, " ").replace(/\s*(?:–|—|\.\.)\s*/g, "-").replace(/(\d)\s+(?:-|to)\s+(?=#?\d)/gi, "$1-");
  const tokens = joined.split(/[\s,;]+/).filter((token) => token !== "");
  if (tokens.length === 0) return failure("Type or paste at least one order number.");
  const numbers = new Set<string>();
  for (const token of tokens) {
    const added = expand(token);
    if (!added.ok) return added;
    for (const number of added.value) numbers.add(number);
    if (numbers.size > MOST_NUMBERS) return tooMany(Math.max(tokens.length, numbers.size));
  }
  return success([...numbers]);
}

function expand(token: string): Result<string[], string> {
  const [, from, to] = RANGE.exec(token) ?? [];
  if (from !== undefined && to !== undefined) {
    const [first, last] = [BigInt(from), BigInt(to)];
    if (last < first) return failure(`The range ${token} runs backwards; write the lower number first.`);
    const count = last - first + 1n;
    if (count > BigInt(MOST_NUMBERS)) return tooMany(Number(count));
    return success(Array.from({ length: Number(count) }, (_, index) => String(first + BigInt(index))));
  }
  const [, number] = NUMBER.exec(token) ?? [];
  return number === undefined ? failure(`"${token.slice(0, 60)}" is no order number.`) : success([number]);
}

const tooMany = (count: number): Result<never, string> =>
  failure(`These are ${count.toLocaleString("en-US")} numbers; at most ${MOST_NUMBERS.toLocaleString("en-US")} go into one run. For more, choose a date range.`);
