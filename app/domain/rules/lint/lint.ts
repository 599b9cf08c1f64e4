/**
 * What is likely a mistake in a list of rules that is valid: a rule never reached, one there twice, one that contradicts itself or another, one that names what
 * QuickBooks no longer has, one that sets what the mode never uses. Pure; where something cannot be said for sure it says nothing.
 */
import type { Mode } from "../../settings/settings.ts";
import type { Rule } from "../rule.ts";
import { type Alternative, alternativesOf } from "./alternatives.ts";
import type { AskedNames } from "./asked-names.ts";
import { danglingNames, type KnownNames } from "./dangling.ts";
import { createEarlierRules } from "./earlier-rules.ts";
import { effectsOf, type RuleEffect, TREATMENT } from "./effects.ts";
import type { Finding, FindingCode } from "./finding.ts";
import { canHold, follows } from "./reason.ts";
import { unusedByMode } from "./unused-by-mode.ts";

/**
 * `asked`: what was looked for in QuickBooks by its name, beside the lists that are known. `only`: the place of the one rule that is asked about,
 * while somebody writes it; all of them where it is left out.
 */
export type LintInput = { rules: readonly Rule[]; mode: Mode; known: KnownNames; asked?: AskedNames; only?: number };

/** `alternatives`: those that can hold; null where nothing can be said of them. */
type Read = { place: number; rule: Rule; effects: RuleEffect[]; alternatives: readonly Alternative[] | null };
type Say = (code: FindingCode, sentence: string, other?: Read) => void;

export function lintRules({ rules, mode, known, asked = {}, only }: LintInput): Finding[] {
  const findings: Finding[] = [];
  const earlier = createEarlierRules();
  const read: Read[] = [];
  const changesKind = rules.some((rule) => rule.enabled && effectsOf(rule).some(({ slot }) => slot === "transactionType"));
  for (const [place, rule] of (only === undefined ? rules : rules.slice(0, only + 1)).entries()) {
    const each: Read = { place, rule, effects: effectsOf(rule), alternatives: alternativesOf(rule)?.filter(canHold) ?? null };
    read.push(each);
    const isAsked = only === undefined || only === place;
    if (!isAsked) {
      if (rule.enabled && each.alternatives !== null && each.alternatives.length > 0) earlier.add(place, each.alternatives);
      continue;
    }
    const say: Say = (code, sentence, other) => findings.push({ code, rule: place, title: rule.title, other: other?.place ?? null, sentence });
    for (const sentence of each.rule.then.flatMap((action) => danglingNames(action, known, asked))) say("dangling_reference", sentence);
    if (!rule.enabled) continue;
    if (!changesKind) for (const sentence of each.effects.flatMap((effect) => unusedByMode(effect, mode) ?? [])) say("unused_by_mode", sentence);
    inItself(each, say);
    if (each.alternatives === null || each.alternatives.length === 0) continue;
    const places = [...new Set(each.alternatives.flatMap((alternative) => earlier.candidatesFor(alternative)))].sort((left, right) => left - right);
    againstEarlier(each, places.flatMap((at) => read[at] ?? []), say);
    earlier.add(place, each.alternatives);
  }
  return findings;
}

function inItself({ effects, alternatives }: Read, say: Say): void {
  if (alternatives?.length === 0) return say("contradictory", "No order can meet these conditions: they exclude each other.");
  const settles = effects.find(({ slot }) => slot === TREATMENT);
  const beside = effects.find(({ slot }) => slot !== TREATMENT);
  if (settles && beside) say("contradictory", `“${settles.label}” leaves nothing to do for “${beside.label}”.`);
  for (const [index, effect] of effects.entries()) {
    const first = effects.find(({ slot }, at) => at < index && (slot === effect.slot || OPPOSITES.get(slot) === effect.slot));
    if (first) say("contradictory", first.label === effect.label ? `“${effect.label}” stands in it twice; only the first counts.` : `“${first.label}” and “${effect.label}” contradict each other.`);
  }
}

const OPPOSITES: ReadonlyMap<string, string> = new Map([["markAsPaid", "markAsUnpaid"], ["markAsUnpaid", "markAsPaid"]]);

/** Rules above whose orders include all of this one's. */
function againstEarlier(each: Read, earlier: readonly Read[], say: Say): void {
  const wider = earlier.filter((other) => includes(other, each));
  const twin = wider.find((other) => sameEffects(other, each) && includes(each, other));
  if (twin) return say("duplicate", `The same as “${twin.rule.title}” above.`, twin);
  const stops = wider.find(({ effects }) => effects.some(({ slot }) => slot === TREATMENT));
  if (stops) return say("unreachable", `Never reached: “${stops.rule.title}” above stops every order that this rule is about.`, stops);
  const taken = each.effects.map((effect) => ({ effect, by: wider.find((other) => other.effects.some(({ slot, isCertain }) => isCertain && slot === effect.slot)) }));
  const [first] = taken;
  if (first?.by && taken.every(({ by }) => by !== undefined)) {
    if (includes(each, first.by) && !sameEffects(each, first.by)) return say("contradictory", `“${first.by.rule.title}” above sets something else for the same orders, and comes first.`, first.by);
    return say("unreachable", `Never counts: “${first.by.rule.title}” above already decides this for every order that this rule is about.`, first.by);
  }
  for (const { effect, by } of taken) if (by) say("unreachable", `“${effect.label}” never counts: “${by.rule.title}” above already decides it for these orders.`, by);
}

/** Every order of `narrow` is one of `wide`. */
const includes = (wide: Read, narrow: Read): boolean =>
  (narrow.alternatives ?? []).every((alternative) => (wide.alternatives ?? []).some((other) => follows(alternative, other)));

const sameEffects = (left: Read, right: Read): boolean => {
  const told = ({ effects }: Read): string => effects.map(({ slot, result }) => `${slot}=${result}`).sort().join("\n");
  return told(left) === told(right);
};
