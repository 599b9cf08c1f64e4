/** What the rule editor shows and sends. A rule while it is edited is plain text throughout; the server turns it into a rule, or says what is wrong. */

export type Choice = { value: string; label: string };

export type FieldView = {
  key: string; label: string; help: string;
  /** For people, such as "Payment". */
  group: string;
  type: string;
  isOfLine: boolean;
  choices: Choice[];
  /** Of fields that ask which attribute or property. */
  parameter: { label: string; help: string } | null;
  /** Keys of its comparisons, in the order in which they are offered. */
  comparisons: string[];
};

export type Operands = "none" | "one" | "many" | "range";
export type ComparisonView = { key: string; label: string; operands: Operands };

export type Source = "constant" | "copy" | "template";
export type ParameterView = { name: string; label: string; help: string; kind: string; required: boolean; sources: Source[]; choices: Choice[] };
export type ActionView = { key: string; label: string; help: string; group: string; isOfLines: boolean; parameters: ParameterView[] };

export type Vocabulary = { fields: FieldView[]; comparisons: ComparisonView[]; actions: ActionView[] };

/** Values that the shop's orders really have, by field, most frequent first: "PayPal", "112 orders". */
export type Suggestion = { value: string; label: string; count: string };
/** `values`: by field key; `names`: by kind of a parameter, what QuickBooks has. */
export type Suggestions = { values: Record<string, Suggestion[]>; names: Record<string, Choice[]> };

/** `id`: only for the page, so that rows keep their identity while they move. */
export type EditedRow = { id: string; field: string; name: string; op: string; values: string[]; every: boolean };
export type EditedGroup = { id: string; joined: Joined; rows: EditedRow[] };
export type Joined = "all" | "any";
export type EditedResult = { source: Source; value: string; name: string };
export type EditedAction = { id: string; action: string; results: Record<string, EditedResult> };

export type EditedRule = {
  title: string;
  enabled: boolean;
  note: string;
  unless: boolean;
  joined: Joined;
  members: (EditedRow | EditedGroup)[];
  actions: EditedAction[];
};

export type EditorView = {
  /** Null: a new rule, which goes to the end of the list. */
  place: number | null;
  revision: number;
  rule: EditedRule;
  /** Why the editor is open, for its subtitle. */
  origin: { kind: "template" | "order" | "duplicate"; name: string; /** What a person has to put in, such as "the tag". */ change: string } | null;
  /** The order to be explained first. */
  order: string;
  vocabulary: Vocabulary;
  suggestions: Suggestions;
};

/** By place: `title`, `row:<id>`, `action:<id>`, or empty for the rule as a whole. */
export type EditorErrors = Record<string, string>;

export type SaveAnswer = { kind: "saved" } | { kind: "invalid"; errors: EditorErrors } | { kind: "changed_meanwhile" | "failed" };

export type ChangedFact = { label: string; before: string; after: string };
export type TriedOrder = { key: string; name: string; url: string; facts: string; isMatch: boolean; changes: ChangedFact[]; problems: string[] };

/** One condition against one order. */
/** `fix`: the value with which the order would pass; null where that cannot be said. */
export type TraceStep = { row: string; words: string; holds: boolean; actual: string; fix: string | null };
export type TraceView = { order: string; url: string; matches: boolean; verdict: string; steps: TraceStep[]; effects: string[] };

/** What the rule as it stands would have done. */
export type TryView = {
  sentence: string;
  errors: EditorErrors;
  /** Null while the rule cannot be understood. */
  result: {
    total: number;
    matches: number;
    changes: number;
    changed: TriedOrder[];
    unchanged: TriedOrder[];
    problems: TriedOrder[];
    /** By row's id: how many of the orders pass it, and which it alone keeps out. */
    rows: Record<string, { passes: number; keepsOut: string[]; keepsOutCount: number }>;
    accounts: { account: string; change: string }[];
    warnings: string[];
  } | null;
  /** Null where no order was asked for; `unknown` where the shop has no such order among those tried. */
  trace: TraceView | "unknown" | null;
};

export type TryAsk = { place: number | null; rule: EditedRule; order: string };
