/** One rule of the list: its place, its sentence, and what can be done with it. */
import { Badge, BlockStack, Box, Button, ButtonGroup, InlineStack, Text } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon } from "@shopify/polaris-icons";
import { Switch } from "#app/components/Switch.tsx";
import styles from "./RuleItem.module.css";
import type { RuleRow } from "./view.ts";
import { WORDS } from "./words.ts";

export type RuleItemProps = {
  rule: RuleRow;
  /** From 1. */
  place: number;
  count: number;
  busy: boolean;
  onSwitch: (enabled: boolean) => void;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onRemove: () => void;
};

export function RuleItem({ rule, place, count, busy, onSwitch, onMove, onEdit, onRemove }: RuleItemProps) {
  return (
    <li className={styles["item"]}>
      <div className={styles["place"]} aria-hidden="true">
        {place}
      </div>
      <div className={styles["words"]}>
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {rule.title}
            </Text>
            {rule.enabled ? null : <Badge>{WORDS.off}</Badge>}
          </InlineStack>
          <Text as="p" tone={rule.enabled ? undefined : "subdued"}>
            {rule.sentence}
          </Text>
          {rule.form === null ? (
            <Text as="p" tone="subdued" variant="bodySm">
              {WORDS.fixed}
            </Text>
          ) : null}
          <Box paddingBlockStart="100">
            <ButtonGroup>
              {rule.form === null ? null : (
                <Button size="slim" onClick={onEdit} disabled={busy} accessibilityLabel={WORDS.editLabel(rule.title)}>
                  {WORDS.edit}
                </Button>
              )}
              <Button size="slim" tone="critical" onClick={onRemove} disabled={busy} accessibilityLabel={WORDS.removeLabel(rule.title)}>
                {WORDS.remove}
              </Button>
              {count === 1 ? null : (
                <>
                  <Button size="slim" icon={ArrowUpIcon} onClick={() => onMove(-1)} disabled={busy || place === 1} accessibilityLabel={WORDS.up(rule.title)} />
                  <Button size="slim" icon={ArrowDownIcon} onClick={() => onMove(1)} disabled={busy || place === count} accessibilityLabel={WORDS.down(rule.title)} />
                </>
              )}
            </ButtonGroup>
          </Box>
        </BlockStack>
      </div>
      <Switch label={WORDS.switchLabel(rule.title)} checked={rule.enabled} disabled={busy} onChange={onSwitch} />
    </li>
  );
}
