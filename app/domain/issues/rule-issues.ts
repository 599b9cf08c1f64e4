/** Issues about what rules name. */
import type { Issue } from "./issue.ts";

export const namedMissing = (what: string, name: string): Issue => ({
  code: "rule_names_missing",
  cause: `${what}:${name.trim().toLowerCase()}`,
  sentence: `A rule uses the ${what} "${name}", which QuickBooks does not have or has made inactive.`,
  remedy: `Create "${name}" in QuickBooks or change the rule; the orders continue by themselves.`,
});
