/** The state of the set-up form: suggestions follow the answers until a person changes them. */
import { useEffect, useState } from "react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { showToast } from "#app/components/toast.ts";
import { outcomeKey, type Outcome, type SetUpAnswer, type SetUpForm, type SetUpView } from "./view.ts";
import { WORDS } from "./words.ts";

/** Filled in from the start; a step is done once a person changed it, or finished the set-up with it. */
type SuggestedStep = "questions" | "statuses" | "start";

export type SetUp = {
  form: SetUpForm;
  outcome: Outcome | undefined;
  isSettled: (step: SuggestedStep) => boolean;
  answer: (changes: Partial<Pick<SetUpForm, "invoice" | "payments" | "supplier">>) => void;
  chooseStatuses: (statuses: string[]) => void;
  chooseStartDate: (startDate: string) => void;
  /** Null while the statuses are the suggested ones. */
  suggestStatuses: (() => void) | null;
  errors: Readonly<Record<string, string>>;
  /** What kept it from being saved, in words. */
  problem: string | null;
  saving: boolean;
  finish: () => void;
};

const NO_ERRORS: Readonly<Record<string, string>> = {};

export function useSetUp(view: SetUpView): SetUp {
  const [form, setForm] = useState(view.form);
  const [changed, setChanged] = useState<readonly SuggestedStep[]>([]);
  const fetcher = useFetcher<SetUpAnswer>();
  const navigate = useNavigate();
  const outcome = view.outcomes[outcomeKey(form)];

  useEffect(() => {
    if (fetcher.data?.kind !== "finished") return;
    showToast(WORDS.finish.finished);
    void navigate("/app");
  }, [fetcher.data, navigate]);

  const suggested = outcome !== undefined && sameWords(outcome.statuses, form.statuses);
  const change = (step: SuggestedStep, next: SetUpForm): void => {
    setForm(next);
    setChanged([...changed, step]);
  };
  return {
    form,
    outcome,
    isSettled: (step) => view.finishedBefore || changed.includes(step),
    answer: (changes) => {
      const next = { ...form, ...changes };
      const statuses = suggested ? view.outcomes[outcomeKey(next)]?.statuses : undefined;
      change("questions", statuses ? { ...next, statuses } : next);
    },
    chooseStatuses: (statuses) => change("statuses", { ...form, statuses }),
    chooseStartDate: (startDate) => change("start", { ...form, startDate }),
    suggestStatuses: outcome === undefined || suggested ? null : () => setForm({ ...form, statuses: outcome.statuses }),
    errors: fetcher.data?.kind === "invalid" ? fetcher.data.errors : NO_ERRORS,
    problem: fetcher.data?.kind === "failed" || fetcher.data?.kind === "unanswered" ? WORDS.finish[fetcher.data.kind] : null,
    saving: fetcher.state !== "idle" || fetcher.data?.kind === "finished",
    finish: () => fetcher.submit(form, { method: "post", encType: "application/json" }),
  };
}

const sameWords = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && some.every((word) => others.includes(word));
