/** Asks, a moment after the last key, what the rule would have done; an answer to an older question is dropped. */
import { useEffect, useRef, useState } from "react";
import type { EditedRule, TryAsk, TryView } from "./view.ts";

const AFTER_LAST_KEY_MS = 180;

export type Trying = { view: TryView | null; state: "idle" | "asking" | "failed"; /** Asks the same once more. */ again: () => void };

export function useTry(place: number | null, rule: EditedRule, order: string): Trying {
  const [trying, setTrying] = useState<Omit<Trying, "again">>({ view: null, state: "asking" });
  const [attempt, setAttempt] = useState(0);
  const isFirst = useRef(true);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      setTrying((before) => ({ ...before, state: "asking" }));
      const view = await answerTo({ place, rule, order }, abort.signal);
      if (!abort.signal.aborted) setTrying((before) => (view === null ? { ...before, state: "failed" } : { view, state: "idle" }));
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : AFTER_LAST_KEY_MS);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [place, rule, order, attempt]);
  return { ...trying, again: () => setAttempt((before) => before + 1) };
}

/** Plain fetch, to which App Bridge adds the session token: an action of the router would load the whole page anew with every key. */
async function answerTo(ask: TryAsk, signal: AbortSignal): Promise<TryView | null> {
  try {
    const response = await fetch("/app/rules/try", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(ask), signal });
    return response.ok ? ((await response.json()) as TryView) : null;
  } catch {
    // Aborted by the next key, or no network: the panel says so and keeps what it showed.
    return null;
  }
}
