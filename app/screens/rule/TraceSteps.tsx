/** One order against the rule, condition by condition, each with the order's own value. */
import { BlockStack, Button, Icon, Text } from "@shopify/polaris";
import { CheckIcon, XIcon } from "@shopify/polaris-icons";
import styles from "./Editor.module.css";
import type { TraceView } from "./view.ts";
import { TRY } from "./words.ts";

export function TraceSteps({ trace, onFix }: { trace: TraceView; onFix: (row: string, actual: string) => void }) {
  return (
    <BlockStack gap="200">
      <Text as="p" variant="headingSm">{trace.verdict}</Text>
      <ul className={styles["steps"]}>
        {trace.steps.map(({ row, words, holds, actual, fix }) => (
          <li key={row} className={styles["step"]}>
            <Icon source={holds ? CheckIcon : XIcon} tone={holds ? "success" : "critical"} accessibilityLabel={holds ? TRY.holds : TRY.fails} />
            <div>
              <Text as="p">{words}</Text>
              <Text as="p" tone="subdued" variant="bodySm">{TRY.actual(actual)}</Text>
              {fix === null ? null : <Button size="slim" variant="plain" onClick={() => onFix(row, fix)}>{TRY.makeMatch}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {trace.effects.map((effect) => <Text as="p" key={effect}>{effect}</Text>)}
    </BlockStack>
  );
}
