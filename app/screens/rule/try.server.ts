/** Answers, while somebody types, what the rule would have done. Reads the draft; the orders are kept from one question to the next. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { RULE_LIMITS, type Rule } from "#app/domain/rules/rule.ts";
import { formatFor } from "../format.server.ts";
import { readForm } from "../form.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { editedRuleSchema, triable } from "./edited-rule.server.ts";
import { sentenceView } from "./sentence-view.server.ts";
import { isKnown, traceView } from "./trace-view.server.ts";
import { trialView } from "./trial-view.server.ts";
import type { TryView } from "./view.ts";

const askSchema = z.object({ place: z.int().min(0).max(RULE_LIMITS.rules).nullable(), rule: editedRuleSchema, order: z.string().max(100) });

export async function tryRuleAsWritten({ request }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const asked = askSchema.safeParse(await readForm(request));
  if (!asked.success) return new Response(null, { status: 400 });
  const { place, rule: edited, order } = asked.data;
  const [draft, tested, settings] = await Promise.all([desk.ruleDesk.draft(), desk.ruleDesk.backTest(order), desk.settings()]);
  const rule = triable(edited);
  // Which order to start from can be looked up before the rule says anything.
  const sentence = sentenceView(edited);
  if (!rule.ok) return answer({ sentence, errors: rule.failure, result: null, trace: order.trim() === "" || isKnown(tested.backTest, order) ? null : "unknown" });
  const rules = withRule(draft.rules, place, { ...rule.value, enabled: true });
  const format = formatFor(desk.shop);
  return answer({
    sentence, errors: {},
    result: trialView({ edited, rule: rule.value, rules, at: place ?? rules.length - 1, tested, mode: settings.value.mode, format }),
    trace: order.trim() === "" ? null : traceView({ edited, rule: rule.value, rules, at: place ?? rules.length - 1, backTest: tested.backTest, name: order }),
  });
}

/** A rule whose place is gone by now stands at the end. */
const withRule = (rules: readonly Rule[], place: number | null, rule: Rule): Rule[] => (place === null || rules[place] === undefined ? [...rules, rule] : rules.with(place, rule));

const answer = (view: TryView): Response => Response.json(view);
