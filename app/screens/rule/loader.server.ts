/** One rule in the editor: an existing one of the draft, or a new one from a template, an order, another rule, or nothing. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { testedOrder } from "#app/domain/back-test/try-rule.ts";
import { keyOf } from "#app/domain/rules/difference/rule-difference.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { TEMPLATE_BY_KEY } from "#app/domain/rules/templates/index.ts";
import type { RuleDraft, ShopBackTest } from "#app/pipeline/ports/rule-desk.ts";
import { connectionNotice } from "../connection-notice.server.ts";
import { type Format, formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { toEdited } from "./edited-rule.server.ts";
import { ruleLikeOrder } from "./rule-like-order.server.ts";
import { sentenceView } from "./sentence-view.server.ts";
import type { EditedRule, EditorView } from "./view.ts";
import { suggestions, vocabulary } from "./vocabulary.server.ts";

export async function loadRule({ request, params }: LoaderFunctionArgs): Promise<EditorView> {
  const desk = await openDesk(request);
  const asked = new URL(request.url).searchParams;
  const [draft, tested, connection] = await Promise.all([desk.ruleDesk.draft(), desk.ruleDesk.backTest(asked.get("order") ?? ""), desk.connection()]);
  const place = params["place"] === "new" ? null : placeOf(params["place"]);
  const format = formatFor(desk.shop);
  const begin = place === null ? newRule(asked, draft, tested, format) : existing(draft, place);
  if (begin === null) throw new Response(null, { status: 404 });
  return { place, revision: draft.revision, vocabulary: vocabulary(), suggestions: suggestions(tested, format), sentence: sentenceView(begin.rule), notice: connectionNotice(connection), like: [], ...begin };
}

type Begin = Pick<EditorView, "rule" | "origin" | "order"> & Partial<Pick<EditorView, "like">>;

/** Rules are counted from 1 in addresses. */
const placeOf = (text: string | undefined): number => (text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) - 1 : -1);

function existing({ rules }: RuleDraft, place: number): Begin | null {
  const rule = rules[place];
  return rule ? { rule: toEdited(rule), origin: null, order: "" } : null;
}

function newRule(asked: URLSearchParams, draft: RuleDraft, { backTest }: ShopBackTest, format: Format): Begin {
  const template = TEMPLATE_BY_KEY.get(asked.get("template") ?? "");
  if (template) {
    const { title } = template.rule;
    const rule = { ...toEdited(template.rule), title: draft.rules.some((each) => keyOf(each) === keyOf({ title })) ? "" : title };
    return { rule, origin: { kind: "template", name: title, change: template.change.join(", ") }, order: "" };
  }
  const copied = draft.rules[placeOf(asked.get("duplicate") ?? undefined)];
  if (copied) return { rule: { ...toEdited(copied), title: freeTitle(copied.title, draft.rules) }, origin: { kind: "duplicate", name: copied.title, change: "" }, order: "" };
  const named = (asked.get("order") ?? "").trim();
  const like = testedOrder(backTest, named);
  if (like) return { ...ruleLikeOrder(backTest, like.reading, format), origin: { kind: "order", name: like.order.name, change: "" }, order: like.order.name };
  if (named !== "") return { rule: EMPTY, origin: { kind: "old_order", name: named, change: "" }, order: "" };
  return { rule: EMPTY, origin: null, order: "" };
}

const EMPTY: EditedRule = {
  title: "", enabled: true, note: "", unless: false, joined: "all", members: [{ id: "r1", field: "", name: "", op: "", values: [], every: false }], actions: [{ id: "r2", action: "", results: {} }],
};

function freeTitle(title: string, rules: readonly Rule[]): string {
  const taken = new Set(rules.map((rule) => rule.title.toLowerCase()));
  for (let number = 2; ; number += 1) if (!taken.has(`${title} (${number})`.toLowerCase())) return `${title} (${number})`;
}
