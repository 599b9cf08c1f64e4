/** What the page of import and export shows and sends. */
import type { Unanswered } from "#app/components/unanswered.ts";

export type ExchangeView = { revision: number; ruleCount: number };
export type ImportAsk = { revision: number; format: "csv" | "json"; how: "replace" | "add"; text: string };
/** `row`: the file's line; null for the file as a whole. */
export type ImportProblemView = { row: number | null; sentence: string };
export type ImportAnswer = { kind: "imported"; count: number } | { kind: "refused"; problems: ImportProblemView[]; more: number } | { kind: "changed_meanwhile" | "failed" } | Unanswered;
