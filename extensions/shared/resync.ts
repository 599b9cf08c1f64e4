/** One resync from the press to its result: asks once, then looks until nothing is being checked any more. Never asks for the resync a second time by itself. */
import type { Answer } from "./answer.ts";
import type { AskApp } from "./ask-app.ts";
import { type Outcome, outcomesOf } from "./outcome.ts";

/** Milliseconds between two looks; the app's own page looks as often. */
const LOOK_EVERY_MS = 1_500;
/** A look that fails is made again, up to so many in a row: the resync is under way whatever the network does. */
const FAILURES = 5;
/** About two minutes; what takes longer goes on without being watched. */
const LOOKS = 80;

export type Progress = { outcomes: Outcome[]; now: Answer; isOver: boolean };

/** Yields after every look. Throws when the app refuses the resync itself. */
export async function* resync(app: AskApp, orderIds: readonly string[], wait: (milliseconds: number) => Promise<void>): AsyncGenerator<Progress, void, undefined> {
  const before = await app.resync(orderIds);
  const asked = before.orders.map(({ orderId }) => orderId);
  let failures = 0;
  // As it stood before, but for the mark that was just made.
  let now: Answer = before.notice === null ? { ...before, orders: before.orders.map((order) => ({ ...order, checking: true })) } : before;
  for (let look = 0; look < LOOKS; look += 1) {
    const outcomes = outcomesOf(before, now);
    const isOver = outcomes.every(({ kind }) => kind !== "working");
    yield { outcomes, now, isOver };
    if (isOver) return;
    await wait(LOOK_EVERY_MS);
    try {
      now = await app.read(asked);
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures === FAILURES) throw error;
    }
  }
}
