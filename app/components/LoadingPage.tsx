/** A page that is still on its way. */
import { BlockStack, Card, SkeletonBodyText, SkeletonPage } from "@shopify/polaris";

export function LoadingPage() {
  return (
    <SkeletonPage>
      <BlockStack gap="400">
        <Card>
          <SkeletonBodyText lines={4} />
        </Card>
        <Card>
          <SkeletonBodyText lines={8} />
        </Card>
      </BlockStack>
    </SkeletonPage>
  );
}
