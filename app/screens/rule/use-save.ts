/** Saves the rule into the draft and leads back to the list; what has to be corrected stays on the page. */
import { useEffect, useState } from "react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { showToast } from "#app/components/toast.ts";
import type { EditedRule, SaveAnswer } from "./view.ts";
import { WORDS } from "./words.ts";

export type Saving = { save: (rule: EditedRule) => void; saving: boolean; saved: boolean; answer: SaveAnswer | null };

/** `opened`: the title of the rule as it is stored; null for a new one. */
export function useSave({ revision, opened }: { revision: number; opened: string | null }): Saving {
  // The page is read anew after every answer, and another rule may stand at its place by then.
  const [was] = useState(opened);
  const fetcher = useFetcher<SaveAnswer>();
  const navigate = useNavigate();
  const [isSaved, setSaved] = useState(false);
  const { data, state } = fetcher;
  const isDone = state === "idle" && data?.kind === "saved";
  useEffect(() => {
    if (isDone) setSaved(true);
  }, [isDone]);
  // One render later, when nothing keeps a person from leaving the page any more.
  useEffect(() => {
    if (!isSaved) return;
    showToast(WORDS.saved);
    navigate("/app/rules");
  }, [isSaved, navigate]);
  return {
    save: (rule) => {
      if (state === "idle" && !isSaved) fetcher.submit({ revision, was, rule }, { method: "post", encType: "application/json" });
    },
    saving: state !== "idle", saved: isSaved, answer: data ?? null,
  };
}
