/** What the rule editor shows and sends. A rule while it is edited is plain text throughout; the server turns it into a rule, or says what is wrong. */
import type { Unanswered } from "#app/components/unanswered.ts";

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

/** What some words of the rule's sentence stand for, and are changed by. `joined` without an id: of the rule itself. */
export type Place =
  | { of: "how" }
  | { of: "joined"; id: string | null }
  | { of: "field" | "comparison" | "value"; id: string }
  | { of: "action"; id: string }
  | { of: "result"; id: string; parameter: string };
/** `place`: null where the words follow from others. */
export type SentencePart = { words: string; place: Place | null };

/** What an order has that others may have too, as a condition to be chosen. `shared`: how many of the latest orders have it. */
export type LikeFact = { row: EditedRow; words: string; shared: string };

export type EditorView = {
  /** Null: a new rule, which goes to the end of the list. */
  place: number | null;
  revision: number;
  rule: EditedRule;
  /** Why the editor is open, for its subtitle. */
  origin: { kind: "template" | "order" | "old_order" | "duplicate"; name: string; /** What a person has to put in, such as "the tag". */ change: string } | null;
  /** The order to be explained first. */
  order: string;
  /** Of a rule that is started from an order: what can be said of orders like it. */
  like: LikeFact[];
  sentence: SentencePart[];
  notice: "paused" | "not_connected" | null;
  vocabulary: Vocabulary;
  suggestions: Suggestions;
};

/** By place: `title`, `row:<id>`, `action:<id>`, or empty for the rule as a whole. */
export type EditorErrors = Record<string, string>;

export type SaveAnswer = { kind: "saved" } | { kind: "invalid"; errors: EditorErrors } | { kind: "changed_meanwhile" | "failed" } | Unanswered;

export type ChangedFact = { label: string; before: string; after: string };
export type TriedOrder = { key: string; name: string; url: string; facts: string; isMatch: boolean; changes: ChangedFact[]; problems: string[] };

/** With it the order passes: in the condition's place, or besides it, where one of both is enough. */
export type StepFix = { how: "instead" | "besides"; row: Omit<EditedRow, "id">; /** The new condition. */ words: string };

/** One condition against one order. `not_needed`: it does not hold, and another one that does is enough. */
export type TraceStep = {
  row: string;
  words: string;
  state: "holds" | "fails" | "not_needed";
  actual: string;
  fix: StepFix | null;
  /** Why there is none, where one would be needed. */
  cannot: string | null;
};
/** `note`: what is to be known about making the order match. */
export type TraceView = { order: string; url: string; matches: boolean; verdict: string; note: string | null; steps: TraceStep[]; effects: string[] };

/** What the rule as it stands would have done. */
export type TryView = {
  /** Of a rule that is not complete too. */
  sentence: SentencePart[];
  errors: EditorErrors;
  /** Null while its conditions cannot be understood. */
  result: {
    /** False while it is not said what happens: then nothing can change. */
    isComplete: boolean;
    total: number;
    matches: number;
    changes: number;
    /** Of all of them; the lists hold the first ones. */
    counts: Record<"changed" | "unchanged" | "problems", number>;
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
