/** No company yet, or none any more: what connecting does, and the button. */
import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { ConnectButton } from "#app/components/ConnectButton.tsx";
import { WORDS } from "./words.ts";

export function NotConnected({ shop, ended }: { shop: string; ended: boolean }) {
  const { notConnected } = WORDS;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {notConnected.title}
        </Text>
        <Text as="p">{notConnected.text(shop)}</Text>
        {ended ? <Text as="p">{notConnected.ended}</Text> : null}
        <List type="number">
          {notConnected.steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        <ConnectButton label={notConnected.connect} />
      </BlockStack>
    </Card>
  );
}
