/** A titled part of a long form: what it is about beside it, or above it where there is no room. */
import type { ReactNode } from "react";
import { BlockStack, Box, Card, InlineGrid, Text } from "@shopify/polaris";
import { sectionId } from "./section-id.ts";

export function SettingsSection({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <InlineGrid columns={{ xs: "minmax(0, 1fr)", md: "minmax(0, 2fr) minmax(0, 5fr)" }} gap="400">
      {/* Below 490 px a page has no margins of its own. */}
      <Box paddingInline={{ xs: "400", sm: "0" }} paddingBlockStart={{ xs: "0", md: "400" }}>
        <BlockStack gap="200">
          <div id={sectionId(title)} tabIndex={-1} style={{ outline: "none", scrollMarginBlockStart: "var(--p-space-400)" }}>
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
          </div>
          {about === undefined ? null : (
            <Text as="p" tone="subdued">
              {about}
            </Text>
          )}
        </BlockStack>
      </Box>
      <Card>{children}</Card>
    </InlineGrid>
  );
}
