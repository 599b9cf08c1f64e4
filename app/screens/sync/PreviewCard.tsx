/** One page of the preview, with the change by account over all of it. */
import { BlockStack, Button, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { AccountChanges } from "#app/components/AccountChanges.tsx";
import { OrderPreview } from "#app/components/OrderPreview.tsx";
import { PREVIEW_WORDS } from "../words.en.ts";
import type { SyncState } from "./use-sync-form.ts";
import { SYNC_WORDS as WORDS } from "./words.ts";

export function PreviewCard({ state: { page, form, preview, previewAnyway, previewing } }: { state: SyncState }) {
  if (page === null) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <div role="status">
          <Text as="h2" variant="headingMd">{WORDS.previewTitle}</Text>
          <Text as="p" tone="subdued">{page.orders.length === 0 ? WORDS.nothingFound : page.shown}</Text>
          {page.notFound === null ? null : <Text as="p" breakWord>{page.notFound}</Text>}
        </div>
        {page.orders.length > 1 ? <AccountChanges changes={page.effect} words={PREVIEW_WORDS.pageEffect} /> : null}
        {page.orders.map((order) => (
          <Fragment key={order.key}>
            <Divider />
            <OrderPreview order={order} words={PREVIEW_WORDS} onSyncAnyway={form.anyway ? null : previewAnyway} />
          </Fragment>
        ))}
        {page.next === null ? null : <InlineStack><Button onClick={() => preview(page.next)} loading={previewing}>{WORDS.more}</Button></InlineStack>}
      </BlockStack>
    </Card>
  );
}
