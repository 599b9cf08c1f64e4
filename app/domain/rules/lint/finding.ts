/** What is wrong with a rule that could be saved all the same, as a sentence for people. */

export type FindingCode = "unreachable" | "duplicate" | "contradictory" | "dangling_reference" | "unused_by_mode";

export type Finding = {
  code: FindingCode;
  /** The rule's place in the list, from 0. */
  rule: number;
  title: string;
  /** The rule above that is the reason. */
  other: number | null;
  sentence: string;
};
