/** One page of the preview, with the change by account over all of it. */
import { Banner, BlockStack, Button, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { AccountChanges } from "#app/components/AccountChanges.tsx";
import { OrderPreview } from "#app/components/OrderPreview.tsx";
import { PREVIEW_WORDS } from "../words.en.ts";
import type { SyncState } from "./use-sync-form.ts";
import { SYNC_WORDS as WORDS } from "./words.ts";

export function PreviewCard({ state: { page, form, previewNext, previewPrevious, previewAnyway, previewing } }: { state: SyncState }) {
  if (page === null) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <div role="status">
          <Text as="h2" variant="headingMd">{WORDS.previewTitle}</Text>
          <Text as="p" tone="subdued">{page.orders.length === 0 ? WORDS.nothingFound : page.shown}</Text>
          {page.notFound === null ? null : <Text as="p" breakWord>{page.notFound}</Text>}
        </div>
        {page.hidden === null ? null : <Banner tone="info">{page.hidden}</Banner>}
        {page.orders.length > 1 ? <AccountChanges changes={page.effect} words={PREVIEW_WORDS.pageEffect} /> : null}
        {page.orders.map((order) => (
          <Fragment key={order.key}>
            <Divider />
            <OrderPreview order={order} words={PREVIEW_WORDS} onSyncAnyway={form.anyway ? null : previewAnyway} />
          </Fragment>
        ))}
        <Pages next={page.next} onNext={previewNext} onPrevious={previewPrevious} busy={previewing} />
      </BlockStack>
    </Card>
  );
}

/** Both stay while there is more than one page, so that the focus is not lost on the last one. */
function Pages({ next, onNext, onPrevious, busy }: { next: string | null; onNext: (cursor: string) => void; onPrevious: (() => void) | null; busy: boolean }) {
  if (next === null && onPrevious === null) return null;
  return (
    <InlineStack gap="300">
      <Button onClick={() => onPrevious?.()} disabled={busy || onPrevious === null}>{WORDS.previous}</Button>
      <Button onClick={() => next !== null && onNext(next)} disabled={next === null} loading={busy}>{WORDS.more}</Button>
    </InlineStack>
  );
}
