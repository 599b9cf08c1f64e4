/** What the company's preferences mean for the orders, and which one to change. */
import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { Preference } from "./view.ts";
import { WORDS } from "./words.ts";

export function PreferencesCard({ preferences, needsChange }: { preferences: readonly Preference[]; needsChange: boolean }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {WORDS.preferences.title}
        </Text>
        {preferences.every(({ good }) => good === null) ? <Text as="p">{WORDS.preferences.unread}</Text> : null}
        {needsChange ? (
          <Text as="p" tone="subdued">
            {WORDS.preferences.where}
          </Text>
        ) : null}
        {preferences.map((preference) => (
          <PreferenceRow key={preference.name} preference={preference} />
        ))}
      </BlockStack>
    </Card>
  );
}

function PreferenceRow({ preference: { name, text, good } }: { preference: Preference }) {
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {name}
        </Text>
        {good === null ? null : <Badge tone={good ? "success" : "attention"}>{good ? WORDS.preferences.good : WORDS.preferences.change}</Badge>}
      </InlineStack>
      <Text as="p">{text}</Text>
    </BlockStack>
  );
}
