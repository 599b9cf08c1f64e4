/** One order against the rule, condition by condition, each with the order's own value, and what would make it hold. */
import { BlockStack, Button, Icon, Text } from "@shopify/polaris";
import { CheckIcon, MinusIcon, XIcon } from "@shopify/polaris-icons";
import styles from "./Editor.module.css";
import type { StepFix, TraceStep, TraceView } from "./view.ts";
import { TRY } from "./words.ts";

type OnFix = (row: string, fix: StepFix) => void;

export function TraceSteps({ trace, onFix }: { trace: TraceView; onFix: OnFix }) {
  return (
    <BlockStack gap="200">
      <Text as="p" variant="headingSm">{trace.verdict}</Text>
      <ul className={styles["steps"]}>
        {trace.steps.map((step) => <Step key={step.row} step={step} onFix={onFix} />)}
      </ul>
      {trace.note === null ? null : <Text as="p" tone="subdued">{trace.note}</Text>}
      {trace.effects.map((effect) => <Text as="p" key={effect}>{effect}</Text>)}
    </BlockStack>
  );
}

const STATES = {
  holds: { icon: CheckIcon, tone: "success", label: TRY.holds },
  fails: { icon: XIcon, tone: "critical", label: TRY.fails },
  not_needed: { icon: MinusIcon, tone: "subdued", label: TRY.notNeeded },
} as const;

function Step({ step: { row, words, state, actual, fix, cannot }, onFix }: { step: TraceStep; onFix: OnFix }) {
  const { icon, tone, label } = STATES[state];
  return (
    <li className={styles["step"]}>
      <Icon source={icon} tone={tone} accessibilityLabel={label} />
      <div>
        <Text as="p">{words}</Text>
        <Text as="p" tone="subdued" variant="bodySm">{TRY.actual(actual)}</Text>
        {fix === null ? null : (
          <>
            <Button size="slim" variant="plain" onClick={() => onFix(row, fix)}>{TRY.makeMatch}</Button>
            <Text as="p" tone="subdued" variant="bodySm">{TRY[fix.how](fix.words)}</Text>
          </>
        )}
        {cannot === null ? null : <Text as="p" tone="subdued" variant="bodySm">{cannot}</Text>}
      </div>
    </li>
  );
}
