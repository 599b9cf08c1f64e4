/** The runs that people started, newest first. */
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { PageLinks } from "#app/components/PageLinks.tsx";
import { RecordTable } from "#app/components/RecordTable.tsx";
import { useAutoRefresh } from "#app/components/use-auto-refresh.ts";
import type { ActivityView } from "./view.ts";
import { ACTIVITY_WORDS as WORDS } from "./words.ts";

const LIST = "runs";

export function ActivityScreen({ view }: { view: ActivityView }) {
  useAutoRefresh(view.refreshMs);
  return (
    <Page title={WORDS.title}>
      <BlockStack gap="400">
        <Card>
          <div id={LIST} tabIndex={-1} style={{ outline: "none" }}>
            {view.runs.length === 0 ? <Nothing /> : <RecordTable rows={view.runs} headings={WORDS.columns} label={WORDS.title} />}
          </div>
        </Card>
        <PageLinks label={WORDS.pages} listId={LIST} newer={{ label: WORDS.newer, url: view.newerUrl }} older={{ label: WORDS.older, url: view.olderUrl }} />
      </BlockStack>
    </Page>
  );
}

function Nothing() {
  const { title, sentence, button } = WORDS.empty;
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">{title}</Text>
      <Text as="p" tone="subdued">{sentence}</Text>
      <InlineStack><Button url="/app/sync">{button}</Button></InlineStack>
    </BlockStack>
  );
}
