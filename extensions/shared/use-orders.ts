/** Reads some orders when an extension opens, and runs its resync; one at a time. */
import { useEffect, useState } from "preact/hooks";
import type { Answer } from "./answer.ts";
import { AppRefused, askAppThrough } from "./ask-app.ts";
import { type Progress, resync } from "./resync.ts";
import { WORDS } from "./words.ts";

export type Orders = {
  /** Null until the app has answered. */
  answer: Answer | null;
  /** Of the resync, once one was asked for. */
  progress: Progress | null;
  isRunning: boolean;
  /** What went wrong, for the person. */
  trouble: string | null;
  start(): void;
  reload(): void;
};

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const troubleOf = (error: unknown): string => (error instanceof AppRefused && error.isSignedOut ? WORDS.signedOut : WORDS.failed);

export function useOrders(orderIds: readonly string[], withPlan = false): Orders {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // Asked each time: Shopify replaces the global fetch.
  const app = askAppThrough((...asked) => fetch(...asked));

  const reload = (): void => {
    setTrouble(null);
    app.read(orderIds, withPlan).then(setAnswer, (error: unknown) => setTrouble(troubleOf(error)));
  };
  const run = async (): Promise<void> => {
    for await (const step of resync(app, orderIds, wait)) {
      setProgress(step);
      setAnswer(step.now);
    }
  };
  const start = (): void => {
    if (isRunning) return;
    setRunning(true);
    setTrouble(null);
    setProgress(null);
    run().catch((error: unknown) => setTrouble(troubleOf(error))).finally(() => setRunning(false));
  };
  useEffect(reload, []);
  return { answer, progress, isRunning, trouble, start, reload };
}
