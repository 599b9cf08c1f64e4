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
  const [form, setForm] = useState(saved);
  const [answer, setAnswer] = useState<SettingsAnswer | null>(null);
  const fetcher = useFetcher<SettingsAnswer>();

  useEffect(() => {
    if (!fetcher.data) return;
    setAnswer(fetcher.data);
    if (fetcher.data.kind !== "saved") return;
    setForm(fetcher.data.form);
    showToast(WORDS.saved);
  }, [fetcher.data]);

  return {
    form,
    change: (changes) => setForm((current) => ({ ...current, ...changes })),
    dirty: JSON.stringify(form) !== JSON.stringify(saved),
    saving: fetcher.state !== "idle",
    errors: answer?.kind === "invalid" ? bySettingsField(answer.errors) : NO_ERRORS,
    problem: answer?.kind === "changed_meanwhile" ? WORDS.changedMeanwhile : answer?.kind === "failed" ? WORDS.notSaved : null,
    save: () => fetcher.submit({ version, settings: form }, { method: "post", encType: "application/json" }),
    discard: () => {
      setForm(saved);
      setAnswer(null);
    },
  };
}

const bySettingsField = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([path, message]) => [path.replace(/^settings\./, ""), message]));
