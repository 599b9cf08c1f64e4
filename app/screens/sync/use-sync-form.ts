/** What was typed for a sync by hand, its preview, and the presses that preview and start. */
import { useRef, useState } from "react";
import { useFetcher } from "@remix-run/react";
import type { PreviewPage, SyncAnswer, SyncForm, SyncView } from "./view.ts";

export type SyncState = {
  form: SyncForm;
  change: (changes: Partial<SyncForm>) => void;
  preview: () => void;
  previewNext: (cursor: string) => void;
  /** Null on the first page. */
  previewPrevious: (() => void) | null;
  /** Ticks "Sync anyway" and previews again. */
  previewAnyway: () => void;
  start: () => void;
  previewing: boolean;
  starting: boolean;
  /** Null until it was asked for, and once something was changed after. */
  page: PreviewPage | null;
  problem: string | null;
};

export function useSyncForm(view: SyncView): SyncState {
  const [form, setForm] = useState(view.form);
  // The first page's key stays while the page is open, although its data are read again after each press.
  const [askKey] = useState(view.askKey);
  const [answered, setAnswered] = useState<SyncForm | null>(null);
  const preview = useFetcher<SyncAnswer>();
  const start = useFetcher<SyncAnswer>();
  const last = useRef<"preview" | "start">("preview");
  const [outdated, setOutdated] = useState<SyncAnswer | undefined>();
  /** Where the pages of this preview began, up to the one asked for last. */
  const [trail, setTrail] = useState<readonly string[]>([]);
  const submit = (asked: SyncForm, pages: readonly string[]): void => {
    const cursor = pages.at(-1) ?? null;
    last.current = "preview";
    // What an earlier form was answered must not be taken for the answer to this one while that is on its way.
    if (asked !== answered) setOutdated(preview.data);
    setForm(asked);
    setAnswered(asked);
    setTrail(pages);
    preview.submit({ ask: "preview", cursor, form: asked }, { method: "post", encType: "application/json" });
  };
  const answer = last.current === "preview" ? preview.data : start.data;
  const idle = preview.state === "idle" && start.state === "idle";
  return {
    form,
    change: (changes) => setForm({ ...form, ...changes }),
    preview: () => submit(form, []),
    previewNext: (cursor) => submit(form, [...trail, cursor]),
    previewPrevious: trail.length === 0 ? null : () => submit(form, trail.slice(0, -1)),
    previewAnyway: () => submit({ ...form, anyway: true }, []),
    start: () => {
      if (start.state !== "idle") return;
      last.current = "start";
      start.submit({ ask: "start", askKey, form }, { method: "post", encType: "application/json" });
    },
    previewing: preview.state !== "idle",
    starting: start.state !== "idle",
    page: preview.data?.kind === "preview" && preview.data !== outdated && answered === form ? preview.data.page : null,
    problem: idle && answer?.kind === "refused" ? answer.sentence : null,
  };
}
