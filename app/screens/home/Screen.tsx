/** The home page: whether the books are connected, and the one thing to do when they are not. */
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";

export type HomeView = { shop: string; connected: boolean };

/** `onConnect` leaves the page for QuickBooks; `connecting` while it does. */
export type HomeProps = { view: HomeView; connecting: boolean; onConnect: () => void };

export function HomeScreen({ view, connecting, onConnect }: HomeProps) {
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
          {view.connected ? null : (
            <InlineStack>
              <Button variant="primary" onClick={onConnect} loading={connecting}>
                Connect QuickBooks
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Card>
    </Page>
  );
}
