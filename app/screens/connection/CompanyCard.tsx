/** The connected company and its facts, with reconnecting and disconnecting. */
import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { ConnectButton } from "#app/components/ConnectButton.tsx";
import styles from "./CompanyCard.module.css";
import type { ConnectedView } from "./view.ts";
import { WORDS } from "./words.ts";

export function CompanyCard({ view, onDisconnect }: { view: ConnectedView; onDisconnect: () => void }) {
  const status = WORDS.status[view.state];
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="p" tone="subdued">
            {WORDS.company}
          </Text>
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingLg" breakWord>
              {view.company}
            </Text>
            <Badge tone={status.tone}>{status.label}</Badge>
          </InlineStack>
        </BlockStack>
        <dl className={styles.facts}>
          {view.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>
                <Text as="span" tone="subdued">
                  {label}
                </Text>
              </dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
        </dl>
        <InlineStack gap="200">
          {view.state === "active" ? <ConnectButton label={WORDS.reconnect} primary={false} /> : null}
          <Button tone="critical" onClick={onDisconnect}>
            {WORDS.disconnect}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
