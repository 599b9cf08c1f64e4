/** What the set-up page shows and what its form holds. */
import type { Unanswered } from "#app/components/unanswered.ts";

export type SetUpForm = { invoice: string; payments: string; supplier: string; statuses: string[]; startDate: string };

export type PictureDocument = { name: string; detail: string; isNew: boolean; settled: boolean };
export type PictureStage = { title: string; documents: PictureDocument[]; /** Said where there is no document. */ remark: string | null };

/** What the answers lead to. */
export type Outcome = {
  sentence: string;
  /** When the invoice is made. */
  timing: string;
  /** The mode's usual name. */
  name: string;
  statuses: string[];
  stages: PictureStage[];
  notes: string[];
};

export type Choice = { value: string; label: string; help: string | undefined };

export type SetUpView = {
  form: SetUpForm;
  /** True where the form's answers are only suggestions, because the saved settings come from no answers. */
  changedByHand: boolean;
  finishedBefore: boolean;
  connection: { state: "connected" | "paused" | "none"; text: string };
  advice: string[];
  moments: Choice[];
  recorders: Choice[];
  suppliers: Choice[];
  statuses: { value: string; label: string; help: string }[];
  /** By `outcomeKey`. */
  outcomes: Record<string, Outcome>;
  pictureTitle: string;
  zone: string;
};

export const outcomeKey = ({ invoice, payments, supplier }: Pick<SetUpForm, "invoice" | "payments" | "supplier">): string => `${invoice}/${payments}/${supplier}`;

export type SetUpAnswer = { kind: "finished" } | { kind: "invalid"; errors: Record<string, string> } | { kind: "failed" } | Unanswered;
