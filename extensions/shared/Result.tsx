/** @jsxImportSource preact */
/** What became of a resync, order by order. */
import type { Outcome } from "./outcome.ts";
import type { Progress } from "./resync.ts";
import type { Tone } from "./tones.ts";
import { WORDS } from "./words.ts";

const TONES = { working: "info", noted: "info", changed: "success", same: "success", issue: "warning", unknown: "warning" } as const satisfies Record<Outcome["kind"], Tone>;

export function Result({ progress: { outcomes, isOver }, isRunning }: { progress: Progress; isRunning: boolean }) {
  const done = outcomes.filter(({ kind }) => kind !== "working").length;
  return (
    <s-stack gap="base">
      {isOver ? null : <s-text>{isRunning ? (outcomes.length === 1 ? WORDS.working : WORDS.workingOn(done, outcomes.length)) : WORDS.slow}</s-text>}
      {outcomes.filter(({ kind }) => kind !== "working").map((outcome) => <OneResult key={outcome.orderId} outcome={outcome} />)}
    </s-stack>
  );
}

function OneResult({ outcome: { kind, name, sentence, changes } }: { outcome: Outcome }) {
  return (
    <s-banner tone={TONES[kind]} heading={[name, sentence].filter((part) => part !== "").join(": ")}>
      {changes.map((change, index) => <s-paragraph key={index}>{change}</s-paragraph>)}
    </s-banner>
  );
}
