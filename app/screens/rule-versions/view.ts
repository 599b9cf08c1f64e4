/** What the page of published versions shows. */

export type VersionRow = {
  version: number;
  isCurrent: boolean;
  /** When, by whom, how many rules. */
  facts: string;
  /** Against the version before it, in words. */
  changes: string[];
};

export type VersionsView = { revision: number; versions: VersionRow[] };
export type RestoreAnswer = { kind: "restored" | "changed_meanwhile" | "failed" };
