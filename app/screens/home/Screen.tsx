/** The home page: whether the books are connected, and the one thing to do when they are not. */
import { Banner, BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import type { Connect } from "./use-connect.ts";

export type HomeView = { shop: string; connected: boolean };

export function HomeScreen({ view, connect }: { view: HomeView; connect: Connect }) {
  return (
    <Page title="Tieout">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {view.connected ? "QuickBooks is connected" : "QuickBooks is not connected"}
          </Text>
          <Text as="p">
            {view.connected ? `Orders of ${view.shop} are posted to your QuickBooks company.` : `Connect the QuickBooks company that keeps the books of ${view.shop}. Until then orders wait and nothing is posted.`}
          </Text>
          {connect.state === "failed" ? <Banner tone="critical">QuickBooks could not be reached from here. Nothing was changed; try again.</Banner> : null}
          {view.connected ? null : (
            <InlineStack>
              <Button variant="primary" onClick={connect.start} loading={connect.state === "leaving"}>
                Connect QuickBooks
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Card>
    </Page>
  );
}
