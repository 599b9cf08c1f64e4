/** Turns a back-test's answer into what the panel shows. */
import type { Order } from "#app/domain/order/order.ts";
import type { OrderChange } from "#app/domain/back-test/back-test.ts";
import { tryRule } from "#app/domain/back-test/try-rule.ts";
import { lintRules } from "#app/domain/rules/lint/lint.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Mode } from "#app/domain/settings/settings.ts";
import type { ShopBackTest } from "#app/pipeline/ports/rule-desk.ts";
import { changeFacts, movedView } from "../back-test-view.server.ts";
import type { Format } from "../format.server.ts";
import { orderPath } from "../order-path.server.ts";
import { shopifyStatus } from "../order-state.server.ts";
import { rowsOf } from "./edited-rule.server.ts";
import type { EditedRule, TriedOrder, TryView } from "./view.ts";

/** More than these nobody reads; the counts say how many there are. */
const SHOWN = 20;
const NAMES_SHOWN = 5;

export type Trial = { edited: EditedRule; rule: Rule; rules: readonly Rule[]; /** Of the rule in them. */ at: number; tested: ShopBackTest; mode: Mode; format: Format };

export function trialView({ edited, rule, rules, at, tested: { backTest, names }, mode, format }: Trial): NonNullable<TryView["result"]> {
  const { matched, rows } = tryRule(backTest, rule);
  const { changed, moved } = backTest.compare(rules);
  const isMatch = new Set(matched);
  const isChanged = new Set(changed.map(({ order }) => order));
  const problems = changed.filter(({ newProblems }) => newProblems.length > 0);
  const unchanged = matched.filter((order) => !isChanged.has(order));
  const view = (change: OrderChange): TriedOrder => triedOrder(change, isMatch.has(change.order), format);
  return {
    isComplete: rule.then.length > 0,
    total: backTest.orders.length,
    matches: matched.length,
    changes: changed.length,
    counts: { changed: changed.length, unchanged: unchanged.length, problems: problems.length },
    changed: changed.slice(0, SHOWN).map(view),
    unchanged: unchanged.slice(0, SHOWN).map((order) => view({ order, changes: [], newProblems: [] })),
    problems: problems.slice(0, SHOWN).map(view),
    rows: Object.fromEntries(rowsOf(edited).map(({ id }, index) => {
      const { passes, keepsOut } = rows[index] ?? { passes: 0, keepsOut: [] };
      return [id, { passes, keepsOut: keepsOut.slice(0, NAMES_SHOWN).map(({ name }) => name), keepsOutCount: keepsOut.length }];
    })),
    accounts: movedView(moved, format),
    warnings: rule.then.length === 0 ? [] : lintRules({ rules, mode, known: names, only: at }).map(({ sentence }) => sentence),
  };
}

function triedOrder({ order, changes, newProblems }: OrderChange, isMatch: boolean, format: Format): TriedOrder {
  return { key: order.id, name: order.name, url: orderPath(order.id), isMatch, facts: factsOf(order, format), changes: changeFacts(changes, format), problems: newProblems.map(({ sentence }) => sentence) };
}

const factsOf = ({ placedAt, status, totals }: Order, format: Format): string => [format.time(placedAt), shopifyStatus(status) ?? status, format.money(totals.current)].join(" · ");
