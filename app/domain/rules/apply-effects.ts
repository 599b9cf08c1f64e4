/** What a rule that matched does: each slot goes to the first rule that has a value for it, and the trace says what became of every action. */
import type { OrderLine } from "../order/order.ts";
import type { Effect } from "./actions/action.ts";
import type { ReadText } from "./actions/result.ts";
import type { LineSlot, LineSlots, SetByRule, Slots, SlotsByLine } from "./actions/slots.ts";
import type { Reading } from "./reading.ts";

/** What became of one action of a rule. `blank`: a copy or template had nothing to give; `refused`: what it gave cannot be used; `taken`: an earlier rule was first. */
export type Did = {
  slot: keyof Slots | LineSlot;
  outcome: "set" | "taken" | "blank" | "refused";
  value: string | null;
  /** Why it was refused, or which rule was first. */
  reason?: string;
  /** For actions on lines: how many lines. */
  lines?: number;
};

export type Collected = { slots: Slots; lineSlots: SlotsByLine };

type SettingEffect = Exclude<Effect, { settles: string }>;

/** `lines`: those that match the rule. */
export function applyEffect(effect: SettingEffect, title: string, reading: Reading, lines: readonly OrderLine[], { slots, lineSlots }: Collected): Did[] {
  if ("sets" in effect) {
    const value = effect.result(textOf(reading, null));
    return [put(slots, effect.sets, title, value, value === null ? null : effect.refusal(value, reading.order))];
  }
  const did = new Map<string, Did>();
  for (const line of lines) {
    const value = effect.result(textOf(reading, line), line);
    const own: LineSlots = lineSlots[line.id] ?? {};
    const each = put(own, effect.setsOnLines, title, value, value === null ? null : effect.refusal(value, line));
    if (each.outcome === "set") lineSlots[line.id] = own;
    const key = `${each.outcome}|${each.value}|${each.reason}`;
    did.set(key, { ...each, lines: (did.get(key)?.lines ?? 0) + 1 });
  }
  return [...did.values()];
}

function put<Slot extends Did["slot"]>(into: { [Each in Slot]?: SetByRule }, slot: Slot, rule: string, value: string | null, refusal: string | null): Did {
  const before = into[slot];
  if (before) return { slot, outcome: "taken", value, reason: before.rule };
  if (value === null) return { slot, outcome: "blank", value };
  if (refusal !== null) return { slot, outcome: "refused", value, reason: refusal };
  into[slot] = { rule, value };
  return { slot, outcome: "set", value };
}

/** What an order, or one of its lines, has for the fields of a result. */
export const textOf = (reading: Reading, line: OrderLine | null): ReadText => (use) => {
  const value = line ? reading.ofLine(use, line) : reading.asked(use)[0];
  return value && value.members.length > 0 ? value.shown : null;
};
