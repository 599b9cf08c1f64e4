/** One run: how far it is, what became of each order, and the press that stops it. */
import { Banner, BlockStack, Button, Card, InlineStack, Page, ProgressBar, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { PageLinks } from "#app/components/PageLinks.tsx";
import { RecordTable } from "#app/components/RecordTable.tsx";
import { StatusBadge } from "#app/components/StatusBadge.tsx";
import { showToast } from "#app/components/toast.ts";
import { useAutoRefresh } from "#app/components/use-auto-refresh.ts";
import { useDownload } from "#app/components/use-download.ts";
import { CancelDialog } from "./CancelDialog.tsx";
import type { FoundRunView, RunView } from "./view.ts";
import { RUN_PAGE_WORDS as WORDS } from "./words.ts";

const BACK = { content: WORDS.back, url: "/app/activity" };
const LIST = "run-orders";

export function RunScreen({ view }: { view: RunView }) {
  return view.exists ? <FoundRun view={view} /> : <NoSuchRun />;
}

function FoundRun({ view }: { view: FoundRunView }) {
  useAutoRefresh(view.refreshMs);
  const cancel = useFetcher<{ message: string | null }>();
  const [asking, setAsking] = useState(false);
  const download = useDownload(view.csvUrl, view.csvName);
  useEffect(() => {
    if (cancel.state === "idle" && typeof cancel.data?.message === "string") showToast(cancel.data.message);
  }, [cancel.state, cancel.data]);
  return (
    <Page
      title={view.title} subtitle={view.subtitle} backAction={BACK} titleMetadata={<StatusBadge status={view.state} />}
      secondaryActions={view.mayCancel ? [{ content: WORDS.cancel, onAction: () => setAsking(true), destructive: true }] : []}
    >
      <BlockStack gap="400">
        <ConnectionBanner notice={view.notice} />
        {view.failure === null ? null : <Banner tone="critical">{view.failure}</Banner>}
        {view.notFound === null ? null : <Banner tone="warning">{view.notFound}</Banner>}
        <Standing view={view} />
        <Card>
          <BlockStack gap="300">
            <InlineStack align="space-between" blockAlign="center" gap="300">
              <Text as="h2" variant="headingMd">{WORDS.orders}</Text>
              <Button onClick={download.start} loading={download.state === "fetching"}>{WORDS.csv}</Button>
            </InlineStack>
            {download.state === "failed" ? <div role="alert"><Text as="p" tone="critical">{WORDS.csvFailed}</Text></div> : null}
            <div id={LIST} tabIndex={-1} style={{ outline: "none" }}>
              {view.empty === null ? <RecordTable rows={view.orders} headings={WORDS.columns} label={WORDS.orders} /> : <Text as="p" tone="subdued">{view.empty}</Text>}
            </div>
          </BlockStack>
        </Card>
        <PageLinks label={WORDS.pages} listId={LIST} newer={{ label: WORDS.first, url: view.firstUrl }} older={{ label: WORDS.more, url: view.moreUrl }} />
      </BlockStack>
      {asking && view.mayCancel ? (
        <CancelDialog
          busy={cancel.state !== "idle"}
          onConfirm={() => {
            cancel.submit({}, { method: "post", encType: "application/json" });
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Page>
  );
}

function Standing({ view: { progress, counts, mayCancel } }: { view: FoundRunView }) {
  return (
    <Card>
      <BlockStack gap="200">
        {progress.percent === null ? null : <ProgressBar progress={progress.percent} size="small" ariaLabelledBy="run-progress" />}
        <div role="status" id="run-progress"><Text as="p">{progress.text}</Text></div>
        {mayCancel ? <Text as="p" tone="subdued">{WORDS.closes}</Text> : null}
        <InlineStack gap="400">
          {counts.map(({ label, value }) => <Text key={label} as="span">{label}: <strong>{value}</strong></Text>)}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function NoSuchRun() {
  const { title, sentence, button } = WORDS.notFoundPage;
  return (
    <Page backAction={BACK} title={title}>
      <Card>
        <BlockStack gap="300">
          <Text as="p">{sentence}</Text>
          <InlineStack><Button url={BACK.url}>{button}</Button></InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
