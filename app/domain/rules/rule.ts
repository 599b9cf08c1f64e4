/** The data shape of a rule (design page 04): what is stored, imported, exported and evaluated. */

/** One comparison. `name`: which attribute or property, for fields that ask for one. `every` (line-level fields only) asks every line instead of any line. */
export type Row = { field: string; name?: string; op: string; value?: unknown; every?: boolean };
/** All rows, or any row, must hold; one nested level of groups. */
export type Group = { all: (Row | Group)[] } | { any: (Row | Group)[] };

export type RuleAction = { action: string } & Record<string, unknown>;

export type Rule = {
  title: string;
  enabled: boolean;
  when: Group;
  /** The rule applies unless its conditions hold: the whole of `when` is turned round. */
  unless?: boolean;
  then: RuleAction[];
  note?: string;
};

/** The limits of design page 04, plus bounds that keep one evaluation short whatever is imported. */
export const RULE_LIMITS = { rules: 5_000, rows: 50, actions: 20, values: 500, textLength: 500, titleLength: 200, noteLength: 2_000 } as const;
