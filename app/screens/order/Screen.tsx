/** One order: where it stands, its documents, whether shop and books agree, and why. */
import { BlockStack, Button, Card, InlineStack, Layout, Link, Page, Text } from "@shopify/polaris";
import { type ReactNode, useEffect, useState } from "react";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { DocumentChain } from "#app/components/DocumentChain.tsx";
import { IssueList } from "#app/components/IssueList.tsx";
import { ProofTable } from "#app/components/ProofTable.tsx";
import { StatusBadge } from "#app/components/StatusBadge.tsx";
import { Timeline } from "#app/components/Timeline.tsx";
import { useAutoRefresh } from "#app/components/use-auto-refresh.ts";
import { PreviewCard } from "./PreviewCard.tsx";
import { RemoveDialog } from "./RemoveDialog.tsx";
import { useAsk } from "./use-ask.ts";
import type { FoundOrderView, OrderView } from "./view.ts";
import { WhyCard } from "./WhyCard.tsx";
import { FOUND_WORDS, ORDER_WORDS, PROOF_WORDS, REMOVE_WORDS } from "./words.ts";

const BACK = { content: ORDER_WORDS.back, url: "/app/orders" };

export function OrderScreen({ view }: { view: OrderView }) {
  return view.found ? <FoundOrder view={view} /> : <NoSuchOrder {...view} />;
}

function FoundOrder({ view }: { view: FoundOrderView }) {
  useAutoRefresh(view.refreshMs);
  const ask = useAsk();
  const [removing, setRemoving] = useState(false);
  const remove = (): void => {
    ask.start({ ask: "remove" });
    setRemoving(false);
  };
  return (
    <Page
      title={view.name} subtitle={view.subtitle} backAction={BACK} titleMetadata={<StatusBadge status={view.state} />}
      primaryAction={{ content: view.press.label, onAction: () => ask.start({ ask: "resync" }), loading: ask.running, helpText: view.press.help }}
      secondaryActions={[
        { content: FOUND_WORDS.makeRule, url: `/app/rules/new?order=${encodeURIComponent(view.name)}` },
        ...(view.mayBeLeftOut ? [{ content: FOUND_WORDS.leaveOut, onAction: () => ask.start({ ask: "leaveOut" }) }] : []),
        ...(view.removal === null ? [] : [{ content: REMOVE_WORDS.button, onAction: () => setRemoving(true), destructive: true }]),
      ]}
    >
      <BlockStack gap="400">
        <ConnectionBanner notice={view.notice} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <StandingCard view={view} />
              {view.issues.length === 0 ? null : <Titled title={ORDER_WORDS.issues}><IssueList issues={view.issues} more={({ link }) => link && <Button onClick={() => ask.start({ ask: "link", found: link.found })} loading={ask.running}>{link.label}</Button>} /></Titled>}
              <Titled title={ORDER_WORDS.chain}>
                {view.chain.length === 0 ? <Text as="p" tone="subdued">{ORDER_WORDS.chainEmpty}</Text> : <DocumentChain columns={view.chain} label={ORDER_WORDS.chain} />}
              </Titled>
              {/* What was previewed is over once the order stands elsewhere. */}
              <PreviewCard key={view.headline} press={view.press.label} />
              <WhyCard why={view.why} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <Titled title={ORDER_WORDS.proof}>
                {view.proof === null ? <Text as="p" tone="subdued">{ORDER_WORDS.proofEmpty}</Text> : <ProofTable proof={view.proof} columns={PROOF_WORDS.columns} />}
              </Titled>
              <Titled title={ORDER_WORDS.timeline}><Timeline items={view.timeline} /></Titled>
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
      {removing && view.removal !== null ? <RemoveDialog order={view.name} removal={view.removal} busy={ask.running} onConfirm={remove} onClose={() => setRemoving(false)} /> : null}
    </Page>
  );
}

function StandingCard({ view }: { view: FoundOrderView }) {
  return (
    <Card>
      <BlockStack gap="100">
        {/* Read out when it changes by itself. */}
        <div role="status">
          <Text as="h2" variant="headingLg">{view.headline}</Text>
          {view.reason === null ? null : <Text as="p">{view.reason}</Text>}
          <Text as="p" tone="subdued">{view.checking ? ORDER_WORDS.checking : view.looked}</Text>
        </div>
        <Text as="p" tone="subdued">{view.press.label}: {view.press.help.charAt(0).toLowerCase() + view.press.help.slice(1)}</Text>
        <Link url={view.adminUrl} target="_top">{ORDER_WORDS.openInShopify}</Link>
      </BlockStack>
    </Card>
  );
}

/** How often an order that is expected is looked for, and one that Shopify may have to tell of, which it does within seconds. */
const EXPECTED_EVERY_MS = 500;
const MAY_COME_EVERY_MS = 2_000;
const MAY_COME_WITHIN_MS = 60_000;

function NoSuchOrder({ expected, mayCome }: { expected: boolean; mayCome: boolean }) {
  const [waiting, setWaiting] = useState(mayCome);
  useEffect(() => {
    const timer = setTimeout(() => setWaiting(false), MAY_COME_WITHIN_MS);
    return () => clearTimeout(timer);
  }, []);
  useAutoRefresh(expected ? EXPECTED_EVERY_MS : waiting ? MAY_COME_EVERY_MS : null);
  const { title, sentence, button } = expected ? ORDER_WORDS.expected : ORDER_WORDS.notFound;
  return (
    <Page backAction={BACK} title={title}>
      <Card>
        <BlockStack gap="300">
          <div role="status"><Text as="p">{sentence}</Text></div>
          <InlineStack>
            <Button url={BACK.url}>{button}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{title}</Text>
        {children}
      </BlockStack>
    </Card>
  );
}
