/** Sends one change of the rules at a time and keeps what it answered. */
import { useEffect, useRef, useState } from "react";
import { useFetcher } from "@remix-run/react";
import { showToast } from "#app/components/toast.ts";
import type { RuleChange, RulesAnswer } from "./view.ts";
import { DONE } from "./words.ts";

export type RuleChanges = {
  /** False, and nothing is sent, while another change is under way. */
  send: (change: RuleChange) => boolean;
  /** What is under way, so that the page can show it before it is confirmed. */
  pending: RuleChange | null;
  answer: RulesAnswer | null;
  forget: () => void;
};

/** `onSettled` once a change was made and the list shows it, or the list turned out to be another by now; not while a dialog has something to ask. */
export function useRuleChanges(revision: number, onSettled: (change: RuleChange) => void): RuleChanges {
  const fetcher = useFetcher<RulesAnswer>();
  const [answer, setAnswer] = useState<RulesAnswer | null>(null);
  const sent = useRef<RuleChange | null>(null);
  const idle = fetcher.state === "idle";

  useEffect(() => {
    const change = sent.current;
    if (!idle || !fetcher.data || change === null) return;
    sent.current = null;
    setAnswer(fetcher.data);
    if (fetcher.data.kind === "done") showToast(DONE[change.kind]);
    if (fetcher.data.kind !== "new_problems") onSettled(change);
  }, [idle, fetcher.data, onSettled]);

  return {
    send: (change) => {
      if (!idle) return false;
      sent.current = change;
      setAnswer(null);
      fetcher.submit({ revision, change }, { method: "post", encType: "application/json" });
      return true;
    },
    pending: idle ? null : sent.current,
    answer,
    forget: () => setAnswer(null),
  };
}
