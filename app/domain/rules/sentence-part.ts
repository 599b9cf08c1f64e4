/** Some words of a rule's sentence, and what of the rule they stand for. Data only. */
import type { RowPart } from "./row-phrase.ts";

/** What of a rule some words of its sentence stand for. Rows are counted through the whole rule, groups and actions each by themselves, from 0. */
export type SentencePlace =
  /** When, or unless. */
  | { of: "how" }
  /** And, or or: of the rule, or of one of its groups. */
  | { of: "joined"; group: number | null }
  | { of: RowPart; row: number }
  | { of: "action"; action: number }
  | { of: "result"; action: number; parameter: string };

/** `place`: null where the words follow from others. */
export type SentencePart = { words: string; place: SentencePlace | null };
