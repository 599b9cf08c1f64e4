/** What the rules page shows of a shop: its draft, and what of it is not published. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { ruleDifference } from "#app/domain/rules/difference/rule-difference.ts";
import { namesNotChecked } from "#app/domain/rules/lint/asked-names.ts";
import { lintRules } from "#app/domain/rules/lint/lint.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { ruleSentence } from "#app/domain/rules/sentence.ts";
import { TEMPLATES } from "#app/domain/rules/templates/index.ts";
import type { RuleHits } from "#app/pipeline/ports/rule-desk.ts";
import { connectionNotice } from "../connection-notice.server.ts";
import { counted, type Format, formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import type { RulesView } from "./view.ts";
import { CHANGE_WORDS, WORDS } from "./words.ts";

export async function loadRules({ request }: LoaderFunctionArgs): Promise<RulesView> {
  const desk = await openDesk(request);
  const [draft, published, hits, settings, connection, { names }] = await Promise.all([
    desk.ruleDesk.draft(), desk.rules(), desk.ruleDesk.hits(), desk.settings(), desk.connection(), desk.ruleDesk.backTest(),
  ]);
  const format = formatFor(desk.shop);
  const asked = await desk.ruleDesk.askNames(draft.rules);
  const findings = Map.groupBy(lintRules({ rules: draft.rules, mode: settings.value.mode, known: names, asked }), ({ rule }) => rule);
  return {
    revision: draft.revision,
    rules: draft.rules.map((rule, index) => ({
      title: rule.title, sentence: ruleSentence(rule), enabled: rule.enabled, url: `/app/rules/${index + 1}`, hits: hitsOf(rule, hits, format), warnings: (findings.get(index) ?? []).map(({ sentence }) => sentence),
    })),
    changes: ruleDifference(published.value, draft.rules).map(({ title, words }) => `“${title}”: ${words.map((word) => CHANGE_WORDS[word]).join(", ")}`),
    publishedMeanwhile: draft.revision > 0 && draft.basedOn !== published.version,
    templates: TEMPLATES.map(({ key, help, rule }) => ({ title: rule.title, help, url: `/app/rules/new?template=${encodeURIComponent(key)}` })),
    notChecked: namesNotChecked(draft.rules, names, asked),
    notice: connectionNotice(connection),
  };
}

function hitsOf({ title }: Rule, hits: RuleHits, format: Format): string {
  const hit = hits.get(title);
  return hit ? WORDS.hits(counted(format, hit.count, "order"), format.time(hit.last)) : WORDS.noHits;
}
