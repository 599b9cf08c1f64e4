/** The state of the settings form: what was typed, whether it differs from what is saved, and what saving it answered. */
import { useEffect, useState } from "react";
import { useFetcher } from "@remix-run/react";
import { showToast } from "#app/components/toast.ts";
import type { SettingsAnswer, SettingsForm, SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export type SettingsFormState = {
  form: SettingsForm;
  change: (changes: Partial<SettingsForm>) => void;
  dirty: boolean;
  saving: boolean;
  /** By field path, such as `gateways.0.account`. */
  errors: Readonly<Record<string, string>>;
  /** What kept all of it from being saved, in words. */
  problem: string | null;
  save: () => void;
  discard: () => void;
};

const NO_ERRORS: Readonly<Record<string, string>> = {};

export function useSettingsForm({ version, form: saved }: SettingsView): SettingsFormState {
  /** Null: nothing was changed, so the form shows what is saved. */
  const [edited, setEdited] = useState<SettingsForm | null>(null);
  const [answer, setAnswer] = useState<SettingsAnswer | null>(null);
  const fetcher = useFetcher<SettingsAnswer>();
  const idle = fetcher.state === "idle";
  const form = edited ?? saved;

  useEffect(() => {
    if (!idle || !fetcher.data) return;
    setAnswer(fetcher.data);
    if (fetcher.data.kind !== "saved") return;
    setEdited(null);
    showToast(WORDS.saved);
  }, [idle, fetcher.data]);

  return {
    form,
    change: (changes) => setEdited({ ...form, ...changes }),
    dirty: edited !== null && JSON.stringify(edited) !== JSON.stringify(saved),
    saving: !idle,
    errors: answer?.kind === "invalid" ? bySettingsField(answer.errors) : NO_ERRORS,
    problem: problemOf(answer),
    save: () => fetcher.submit({ version, settings: form }, { method: "post", encType: "application/json" }),
    discard: () => {
      setEdited(null);
      setAnswer(null);
    },
  };
}

function problemOf(answer: SettingsAnswer | null): string | null {
  if (answer?.kind === "changed_meanwhile") return WORDS.changedMeanwhile;
  if (answer?.kind === "unanswered") return WORDS.unanswered;
  return answer?.kind === "failed" ? WORDS.notSaved : null;
}

const bySettingsField = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([path, message]) => [path.replace(/^settings\./, ""), message]));
