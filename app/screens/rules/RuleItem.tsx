/** One rule of the list: its place, its sentence, and what can be done with it. */
import { Badge, BlockStack, Box, Button, ButtonGroup, Icon, InlineStack, Text } from "@shopify/polaris";
import { AlertTriangleIcon, ArrowDownIcon, ArrowUpIcon, DragHandleIcon } from "@shopify/polaris-icons";
import { Link, useNavigate } from "@remix-run/react";
import { Switch } from "#app/components/Switch.tsx";
import styles from "./RuleItem.module.css";
import type { Drag } from "./use-drag.ts";
import type { RuleRow } from "./view.ts";
import { WORDS } from "./words.ts";

export type RuleItemProps = {
  rule: RuleRow;
  /** From 1. */
  place: number;
  count: number;
  isMovable: boolean;
  onSwitch: (enabled: boolean) => void;
  onMove: (by: -1 | 1) => void;
  drag: Drag;
  onRemove: () => void;
};

export function RuleItem({ rule, place, count, isMovable, drag, onSwitch, onMove, onRemove }: RuleItemProps) {
  const navigate = useNavigate();
  const index = place - 1;
  return (
    <li className={[styles["item"], styles[dragClass(drag, index)]].join(" ")} {...drag.onto(index)}>
      <div className={styles["place"]} aria-hidden="true">
        {!isMovable ? null : <span className={styles["handle"]} title={WORDS.drag(rule.title)} draggable {...drag.of(index)}><Icon source={DragHandleIcon} tone="subdued" /></span>}
        <span className={styles["number"]}>{place}</span>
      </div>
      <div className={styles["words"]}>
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingSm"><Link to={rule.url} className={styles["title"]}>{rule.title}</Link></Text>
            {rule.enabled ? null : <Badge>{WORDS.off}</Badge>}
          </InlineStack>
          <Text as="p" tone={rule.enabled ? undefined : "subdued"}>{rule.sentence}</Text>
          <Text as="p" tone="subdued" variant="bodySm">{rule.hits}</Text>
          {rule.warnings.map((warning) => (
            <div key={warning} className={styles["warning"]}>
              <span><Icon source={AlertTriangleIcon} tone="caution" /></span>
              <Text as="span" variant="bodySm">{warning}</Text>
            </div>
          ))}
          <Box paddingBlockStart="100">
            <ButtonGroup>
              <Button size="slim" onClick={() => navigate(rule.url)} accessibilityLabel={WORDS.editLabel(rule.title)}>{WORDS.edit}</Button>
              <Button size="slim" tone="critical" onClick={onRemove} accessibilityLabel={WORDS.removeLabel(rule.title)}>{WORDS.remove}</Button>
              {!isMovable ? null : (
                <ButtonGroup variant="segmented">
                  <Button size="slim" icon={ArrowUpIcon} id={moveButtonId(place, -1)} onClick={() => onMove(-1)} disabled={place === 1} accessibilityLabel={WORDS.up(rule.title)} />
                  <Button size="slim" icon={ArrowDownIcon} id={moveButtonId(place, 1)} onClick={() => onMove(1)} disabled={place === count} accessibilityLabel={WORDS.down(rule.title)} />
                </ButtonGroup>
              )}
            </ButtonGroup>
          </Box>
        </BlockStack>
      </div>
      <Switch label={WORDS.switchLabel(rule.title)} checked={rule.enabled} onChange={onSwitch} />
    </li>
  );
}

/** A rule that is let go on another takes its place: from above it comes to stand below it. */
function dragClass({ from, over }: Drag, index: number): "dragged" | "before" | "behind" | "" {
  if (from === null) return "";
  if (from === index) return "dragged";
  return over !== index ? "" : from < index ? "behind" : "before";
}

const moveButtonId = (place: number, by: -1 | 1): string => `rule-${place}-${by === -1 ? "up" : "down"}`;

/** The keyboard goes along with a rule that was moved; at an end of the list only the way back is left. */
export function focusMoved(place: number, by: -1 | 1): void {
  for (const button of [by, by === 1 ? -1 : 1] as const) {
    const element = document.getElementById(moveButtonId(place, button));
    // Polaris disables its buttons for people and leaves them enabled for the browser.
    if (element !== null && element.ariaDisabled !== "true") return element.focus();
  }
}
