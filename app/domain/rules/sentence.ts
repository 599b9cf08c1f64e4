/** A rule as one sentence for people: "When order status is not fulfilled → create no invoice". Takes rules as stored; never throws on one it does not know. */
import { ACTION_BY_KEY } from "./actions/index.ts";
import { rowPhrase } from "./row-phrase.ts";
import type { Group, Row, Rule, RuleAction } from "./rule.ts";

export function ruleSentence({ when, then }: Pick<Rule, "when" | "then">): string {
  const condition = groupPhrase(when);
  const effects = then.map(actionPhrase).join(", and ");
  return condition === "" ? `For every order → ${effects}` : `When ${condition} → ${effects}`;
}

/** By action key; an action without words of its own is told by its label. */
const ACTION_PHRASES: Readonly<Record<string, string>> = {
  stop_creating_invoices: "create no invoice",
  stop_creating_sales_orders: "create no sales order",
  mark_as_unpaid: "record no payment (Shopify is not changed)",
  do_not_sync: "do not sync the order",
  hold_for_review: "hold the order for review",
};

const actionPhrase = ({ action }: RuleAction): string => ACTION_PHRASES[action] ?? (ACTION_BY_KEY.get(action)?.label ?? action).toLowerCase();

/** Nested groups of more than one row stand in parentheses. */
function groupPhrase(group: Group): string {
  const [members, word] = "all" in group ? [group.all, " and "] : [group.any, " or "];
  return members.map(memberPhrase).join(word);
}

function memberPhrase(member: Row | Group): string {
  if ("field" in member) return rowPhrase(member);
  const phrase = groupPhrase(member);
  const size = "all" in member ? member.all.length : member.any.length;
  return size > 1 ? `(${phrase})` : phrase;
}
