/** What the rules page shows, and what it asks to change. */

export type InvoiceRuleForm = { template: "invoice_only_when"; title: string; field: string; values: string[] };
export type UnpaidRuleForm = { template: "mark_as_unpaid"; title: string; methods: string };
/** The values of a rule that was made from one of the two templates. */
export type RuleForm = InvoiceRuleForm | UnpaidRuleForm;

export type RuleRow = {
  title: string;
  sentence: string;
  enabled: boolean;
  /** Null for rules that only the full editor could change. */
  form: RuleForm | null;
};

export type FieldChoice = { value: string; label: string; choices: { value: string; label: string }[] };

export type RulesView = {
  version: number;
  rules: RuleRow[];
  /** What "Create the invoice only when …" can look at. */
  fields: FieldChoice[];
  notice: "paused" | "not_connected" | null;
};

/** Rules are named by their place; `version` makes sure that it is still theirs. */
export type RuleChange =
  | { kind: "switch"; index: number; enabled: boolean }
  | { kind: "move"; index: number; by: -1 | 1 }
  | { kind: "remove"; index: number }
  /** Null: a new rule, at the end. */
  | { kind: "save"; index: number | null; form: RuleForm };

export type RulesAnswer = { kind: "done" } | { kind: "invalid"; errors: Record<string, string> } | { kind: "changed_meanwhile" | "failed" };
