/** The company: connected, to be connected or to be reconnected, and what to change in it first. */
import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import { ConnectButton } from "#app/components/ConnectButton.tsx";
import type { SetUpView } from "./view.ts";
import { ADVICE, WORDS } from "./words.ts";

export function ConnectStep({ view: { connection, advice } }: { view: SetUpView }) {
  return (
    <BlockStack gap="300">
      <Text as="p">{connection.text}</Text>
      {connection.state === "connected" ? null : <ConnectButton label={connection.state === "paused" ? WORDS.connect.reconnect : WORDS.connect.button} />}
      {advice.length === 0 ? null : (
        <Banner tone="warning" title={ADVICE.title}>
          <List>
            {advice.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Banner>
      )}
    </BlockStack>
  );
}
