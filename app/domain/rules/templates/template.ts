/** A rule ready-made, for people to change. It is a rule like any other once it was taken. */
import type { Rule } from "../rule.ts";

export type Template = {
  /** Stable: links name it. */
  key: string;
  /** One sentence on when one wants it. */
  help: string;
  /** What people have to put in place of the example's values; empty where it can be taken as it is. */
  change: readonly string[];
  rule: Rule;
};

export const template = (key: string, help: string, change: readonly string[], { enabled = true, ...rule }: Omit<Rule, "enabled"> & { enabled?: boolean }): Template => ({ key, help, change, rule: { ...rule, enabled } });
