/** The error boundary of a screen: a sentence and a way on, with the app's navigation still there. */
import { Banner, BlockStack, Button, InlineStack, Page, Text } from "@shopify/polaris";
import { useRevalidator, useRouteError } from "@remix-run/react";
import { shopifysPage, ThrownByShopify } from "./ThrownByShopify.tsx";

export function ScreenError() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  // Shopify's library throws pages of its own; they must be shown as they are, or no session token is ever fetched.
  if (shopifysPage(error) !== null) return <ThrownByShopify />;
  return (
    <Page title="This page could not be shown">
      <Banner tone="critical">
        <BlockStack gap="200">
          <Text as="p">Nothing was changed in your books. Try again; if it happens again, write to support with the time it happened.</Text>
          <InlineStack>
            <Button onClick={() => void revalidate()} loading={state === "loading"}>
              Try again
            </Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </Page>
  );
}
