/** Invites a new shop to the set-up; gone for good once set-up was finished. */
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { HOME_WORDS } from "./words.ts";

export function SetUpCard() {
  const { title, about, steps, button } = HOME_WORDS.setUp;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{title}</Text>
        <Text as="p">{about}</Text>
        <ol style={{ margin: 0, paddingInlineStart: "1.25rem" }}>
          {steps.map((step) => <li key={step}>{step}</li>)}
        </ol>
        <InlineStack>
          <Button variant="primary" url="/app/setup">{button}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
