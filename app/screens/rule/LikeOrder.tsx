/** What an order has that others may have too: ticked, each is a condition of the rule. */
import { BlockStack, Card, Checkbox, Text } from "@shopify/polaris";
import styles from "./Editor.module.css";
import type { EditedRule, LikeFact } from "./view.ts";
import { WORDS } from "./words.ts";

export type LikeOrderProps = { order: string; facts: readonly LikeFact[]; members: EditedRule["members"]; onChange: (members: EditedRule["members"], about: string) => void };

export function LikeOrder({ order, facts, members, onChange }: LikeOrderProps) {
  const toggle = ({ row }: LikeFact, chosen: boolean): void => {
    // What was never filled in gives way.
    const others = members.filter((member) => member.id !== row.id && ("rows" in member || member.field !== ""));
    onChange(chosen ? [...others, row] : others, `like ${row.id}`);
  };
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">{WORDS.like.title(order)}</Text>
        <Text as="p" tone="subdued">{WORDS.like.help}</Text>
        <ul className={styles["like"]}>
          {facts.map((fact) => (
            <li key={fact.row.id}>
              <Checkbox label={fact.words} helpText={fact.shared} checked={members.some(({ id }) => id === fact.row.id)} onChange={(chosen) => toggle(fact, chosen)} />
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}
