/** The empty list: what a rule is for, and the templates to start from. */
import { BlockStack, Button, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { NEW_RULES } from "./new-rules.ts";
import type { RuleForm } from "./view.ts";
import { TEMPLATES, WORDS } from "./words.ts";

export function NoRules({ onChoose }: { onChoose: (form: RuleForm) => void }) {
  return (
    <BlockStack gap="500">
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {WORDS.emptyTitle}
        </Text>
        <Text as="p">{WORDS.empty}</Text>
      </BlockStack>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        {NEW_RULES.map((form) => (
          <BlockStack key={form.template} gap="200">
            <Text as="h3" variant="headingSm">
              {TEMPLATES[form.template].label}
            </Text>
            <Text as="p" tone="subdued">
              {TEMPLATES[form.template].about}
            </Text>
            <InlineStack>
              <Button onClick={() => onChoose(form)} accessibilityLabel={`${WORDS.start}: ${TEMPLATES[form.template].label}`}>
                {WORDS.start}
              </Button>
            </InlineStack>
          </BlockStack>
        ))}
      </InlineGrid>
    </BlockStack>
  );
}
