/** `requestid`: the same id on the same company gets the first answer again (05, 1.17). Successes only are remembered. */
import { Temporal } from "temporal-polyfill";
import type { Books } from "../company/state.ts";
import { assign } from "../company/state.ts";
import { wrongLength } from "../wire/refusals.ts";

/** "At most 50 characters; in batch 36" (05, 1.17). */
const MAX_LENGTH = 50;
const MAX_LENGTH_BATCH = 36;

export type Answer = { status: number; body: string };

export function requireRequestIdLength(requestId: string, isBatch: boolean): void {
  const max = isBatch ? MAX_LENGTH_BATCH : MAX_LENGTH;
  if (requestId.length > max) throw wrongLength("requestid", requestId.length, max);
}

export function rememberedAnswer(books: Books, requestId: string): Answer | undefined {
  const { switches, answered } = books.state;
  const answer = answered[requestId];
  if (!answer || switches.requestIds === "ignore") return undefined;
  const age = books.now.since(Temporal.Instant.from(answer.at)).total("hours");
  return switches.requestIds === "forget" && age >= switches.requestIdHours ? undefined : answer;
}

export function rememberAnswer(books: Books, requestId: string, { status, body }: Answer): void {
  assign(books, books.state.answered, requestId, { at: books.now.toString(), status, body });
}
