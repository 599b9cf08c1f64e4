/** The empty list: what a rule is for, and the templates to start from. */
import { BlockStack, Button, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import type { TemplateChoice } from "./view.ts";
import { WORDS } from "./words.ts";

export function NoRules({ templates }: { templates: readonly TemplateChoice[] }) {
  const navigate = useNavigate();
  const choices = [{ title: WORDS.scratch, help: WORDS.scratchHelp, url: "/app/rules/new" }, ...templates];
  return (
    <BlockStack gap="500">
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">{WORDS.emptyTitle}</Text>
        <Text as="p">{WORDS.empty}</Text>
      </BlockStack>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        {choices.map(({ title, help, url }) => (
          <BlockStack key={url} gap="100">
            <Text as="h3" variant="headingSm">{title}</Text>
            <Text as="p" tone="subdued">{help}</Text>
            <InlineStack><Button size="slim" onClick={() => navigate(url)} accessibilityLabel={`${WORDS.start}: ${title}`}>{WORDS.start}</Button></InlineStack>
          </BlockStack>
        ))}
      </InlineGrid>
    </BlockStack>
  );
}
