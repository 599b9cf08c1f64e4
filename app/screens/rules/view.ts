/** What the rules page shows, and what it asks to change. */

export type RuleRow = {
  title: string;
  sentence: string;
  enabled: boolean;
  url: string;
  /** "12 orders in the last 30 days, last on …". */
  hits: string;
  warnings: string[];
};

export type TemplateChoice = { title: string; help: string; url: string };

export type RulesView = {
  revision: number;
  rules: RuleRow[];
  /** What the draft changes, in words; empty where everything is published. */
  changes: string[];
  /** The published rules are not those any more that the draft began with. */
  publishedMeanwhile: boolean;
  templates: TemplateChoice[];
  /** What rules name and nobody could look for, or what is still to be made, in sentences. */
  notChecked: string[];
  notice: "paused" | "not_connected" | null;
};

/** Rules are named by their place; `revision` makes sure that it is still theirs. */
export type RuleChange =
  | { kind: "switch"; index: number; enabled: boolean }
  /** Places down; negative: up. */
  | { kind: "move"; index: number; by: number }
  | { kind: "remove"; index: number }
  | { kind: "discard" }
  /** `accepted`: the new problems that the dialog showed. */
  | { kind: "publish"; unsentToo: boolean; accepted: boolean };

export type RulesAnswer = { kind: "done" } | { kind: "invalid" | "changed_meanwhile" | "failed" | "new_problems" };

/** What publishing would do. */
export type PublishView = {
  total: number;
  changed: number;
  orders: { key: string; name: string; changes: { label: string; before: string; after: string }[] }[];
  problems: { name: string; sentences: string[] }[];
  problemCount: number;
  accounts: { account: string; change: string }[];
  income: string;
};
