/** What a shop's rules say about one order. Pure: never asks the clock, never throws on an order's values, never changes the order. */
import type { Temporal } from "temporal-polyfill";
import type { ItemType } from "../books/books.ts";
import type { Order, OrderLine } from "../order/order.ts";
import { shopDate } from "../time/shop-date.ts";
import type { Slots, SlotsByLine } from "./actions/slots.ts";
import { applyEffect, type Did } from "./apply-effects.ts";
import type { CompiledRow } from "./compile-row.ts";
import type { CompiledRule, CompiledRules } from "./compile-rules.ts";
import { firstFailure, firstHolding, holdingRows, holdsForLine } from "./conditions.ts";
import { NO_VALUE, type FieldValue } from "./fields/field.ts";
import type { Day } from "./operators/operator.ts";
import { type Reading, readingOf } from "./reading.ts";

/** `skip` and `hold` name the rule that settled it. */
export type Treatment = { kind: "sync" } | { kind: "skip" | "hold"; rule: string };

/** The first condition that kept a rule from matching, with the order's own value. `unless`: it held, and the rule applies unless it does. */
export type FailedRow = { field: string; name?: string; op: string; value: unknown; actual: string; unless?: true };

export type RuleTrace = {
  title: string;
  enabled: boolean;
  /** `not_reached`: an earlier rule skipped or held the order. */
  outcome: "matched" | "not_matched" | "disabled" | "not_reached";
  failed?: FailedRow;
  /** Of a rule that matched: the first conditions that it matched by, with the order's values. `unless`: one that did not hold, so that the rule applies. */
  held?: FailedRow[];
  /** Of a rule that matched: what became of each of its actions that set something. */
  did?: Did[];
};

export type { CompiledRules };

export type RuleDecision = {
  treatment: Treatment;
  /** Where the order is in the books already, or was let pass: the rule that would have skipped or held it. */
  passed?: Exclude<Treatment, { kind: "sync" }>;
  slots: Slots; lineSlots: SlotsByLine; trace: RuleTrace[];
};

export type RuleQuestion = {
  rules: CompiledRules;
  order: Order;
  /** The shop's IANA time zone: dates are the shop's days. */
  timeZone: string;
  /** The shop's day on which is asked; left out, the day on which the order last changed. */
  today?: Temporal.PlainDate | undefined;
  /** What a line's item is in the books; left out, nothing is known of it. */
  itemType?: ((line: OrderLine) => ItemType | null) | undefined;
  /** The order has documents in the books: what skips or holds orders does not end the list for it (decision 050). */
  follows?: boolean | undefined;
  /** A person looked at the order and let it pass: what holds orders does not end the list for it either. */
  released?: boolean | undefined;
};

/** Top to bottom; each slot belongs to the first rule that sets it; skipping or holding ends the list. */
export function evaluateRules({ rules, order, timeZone, today, itemType = () => null, follows = false, released = false }: RuleQuestion): RuleDecision {
  const reading = readingOf(order, { timeZone, itemType });
  const day = dayOf(() => today ?? shopDate(order.updatedAt, timeZone));
  const decision: RuleDecision = { treatment: { kind: "sync" }, slots: {}, lineSlots: {}, trace: [] };
  for (const rule of rules) {
    decision.trace.push(ask(rule, decision, reading, day));
    if (decision.treatment.kind === "sync" || !(follows || (released && decision.treatment.kind === "hold"))) continue;
    decision.passed ??= decision.treatment;
    decision.treatment = { kind: "sync" };
  }
  return decision;
}

/** Worked out when a rule first asks for it. */
function dayOf(find: () => Temporal.PlainDate): Day {
  let known: Temporal.PlainDate | undefined;
  const before = new Map<number, string>();
  const today = (): Temporal.PlainDate => (known ??= find());
  return {
    get iso() {
      return today().toString();
    },
    before: (days) => {
      const iso = before.get(days) ?? today().subtract({ days }).toString();
      before.set(days, iso);
      return iso;
    },
  };
}

function ask(rule: CompiledRule, decision: RuleDecision, reading: Reading, today: Day): RuleTrace {
  const { title, enabled, unless, condition } = rule;
  if (!enabled) return { title, enabled, outcome: "disabled" };
  if (decision.treatment.kind !== "sync") return { title, enabled, outcome: "not_reached" };
  const failure = firstFailure(condition, reading, today);
  const matches = (failure === null) !== unless;
  const lines = rule.setsLines ? linesOf(rule, reading, today) : [];
  // A line that was taken out of the order stands on documents still: what was said of it holds for what takes it back.
  if (!matches && lines.length === 0) {
    const decisive = failure ?? firstHolding(condition, reading, today);
    return decisive ? { title, enabled, outcome: "not_matched", failed: describe(decisive, reading, unless) } : { title, enabled, outcome: "not_matched" };
  }
  const did: Did[] = [];
  for (const effect of rule.effects) {
    if ("settles" in effect) {
      if (matches && decision.treatment.kind === "sync") decision.treatment = { kind: effect.settles, rule: title };
    } else if (matches || "setsOnLines" in effect) did.push(...applyEffect(effect, title, reading, lines, decision));
  }
  const held = heldBy(rule, failure, reading, today);
  return { title, enabled, outcome: "matched", ...(held.length > 0 && { held }), ...(did.length > 0 && { did }) };
}

/** Enough to see why; a rule of fifty conditions must not fill the record of every order. */
const HELD_SHOWN = 3;

function heldBy({ unless, condition }: CompiledRule, failure: CompiledRow | null, reading: Reading, today: Day): FailedRow[] {
  const rows = failure === null ? (unless ? [] : holdingRows(condition, reading, today)) : unless ? [failure] : [];
  return rows.slice(0, HELD_SHOWN).map((row) => describe(row, reading, unless));
}

const linesOf = ({ unless, condition }: CompiledRule, reading: Reading, today: Day): readonly OrderLine[] =>
  reading.order.lines.filter((line) => holdsForLine(condition, line, reading, today) !== unless);

/** Enough to recognise the value; an order of 700 lines must not fill the trace. */
const SHOWN_VALUES = 5;

function describe({ row, use }: CompiledRow, reading: Reading, unless: boolean): FailedRow {
  const failed: FailedRow = { field: row.field, op: row.op, value: row.value, actual: shownOf(reading.asked(use)) };
  if (row.name !== undefined) failed.name = row.name;
  if (unless) failed.unless = true;
  return failed;
}

/** Hundreds of rules may ask for one field of one order, whose values are read once. */
const shownBefore = new WeakMap<readonly FieldValue[], string>();

function shownOf(values: readonly FieldValue[]): string {
  const before = shownBefore.get(values);
  if (before !== undefined) return before;
  const shown = [...new Set(values.map((value) => value.shown))];
  const rest = shown.length - SHOWN_VALUES;
  const text = shown.slice(0, SHOWN_VALUES).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
  shownBefore.set(values, text === "" ? NO_VALUE : text);
  return text === "" ? NO_VALUE : text;
}
