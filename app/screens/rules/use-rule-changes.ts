/** Sends one change of the rules at a time and keeps what it answered. */
import { useEffect, useState } from "react";
import { useFetcher } from "@remix-run/react";
import { showToast } from "#app/components/toast.ts";
import type { RuleChange, RulesAnswer } from "./view.ts";
import { DONE } from "./words.ts";

export type RuleChanges = {
  send: (change: RuleChange) => void;
  /** What is under way, so that the page can show it before it is confirmed. */
  pending: RuleChange | null;
  answer: RulesAnswer | null;
  forget: () => void;
};

/** `onSettled` once a change was made, or the list turned out to be another by now; not while a form has something to correct. */
export function useRuleChanges(version: number, onSettled: () => void): RuleChanges {
  const fetcher = useFetcher<RulesAnswer>();
  const [sent, setSent] = useState<RuleChange | null>(null);
  const [answer, setAnswer] = useState<RulesAnswer | null>(null);
  useEffect(() => {
    if (!fetcher.data) return;
    setAnswer(fetcher.data);
    if (fetcher.data.kind === "done") showToast(DONE[fetcher.data.change]);
    if (fetcher.data.kind !== "invalid") onSettled();
    // An answer is told once, whatever the page's callbacks are by then.
  }, [fetcher.data]);
  return {
    send: (change) => {
      setSent(change);
      setAnswer(null);
      fetcher.submit({ version, change }, { method: "post", encType: "application/json" });
    },
    pending: fetcher.state === "idle" ? null : sent,
    answer,
    forget: () => setAnswer(null),
  };
}
