/** Stands on top of a screen while nothing reaches QuickBooks. Nothing is lost meanwhile, and it says so. */
import { Banner, BlockStack, Text } from "@shopify/polaris";
import { ConnectButton } from "./ConnectButton.tsx";

const WORDS = {
  paused: {
    title: "Paused: reconnect QuickBooks",
    text: "QuickBooks no longer accepts the connection. Orders wait and continue by themselves once it is reconnected; what you change here is saved.",
    button: "Reconnect QuickBooks",
  },
  not_connected: {
    title: "QuickBooks is not connected",
    text: "Orders wait until a company is connected; what you change here is saved.",
    button: "Connect QuickBooks",
  },
} as const;

export function ConnectionBanner({ notice }: { notice: keyof typeof WORDS | null }) {
  if (notice === null) return null;
  const { title, text, button } = WORDS[notice];
  return (
    <Banner tone="warning" title={title}>
      <BlockStack gap="200">
        <Text as="p">{text}</Text>
        <ConnectButton label={button} primary={false} />
      </BlockStack>
    </Banner>
  );
}
