/** Invites a new shop to the set-up; gone for good once set-up was finished. */
import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { HOME_WORDS } from "./words.ts";

export function SetUpCard() {
  const { title, about, steps, button } = HOME_WORDS.setUp;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{title}</Text>
        <Text as="p">{about}</Text>
        <List type="number">
          {steps.map((step) => <List.Item key={step}>{step}</List.Item>)}
        </List>
        <InlineStack>
          <Button variant="primary" url="/app/setup">{button}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
