/** The home page: where the shop stands at a glance, and what needs a person. */
import type { ReactNode } from "react";
import { BlockStack, Card, InlineStack, Layout, Link, Page, Text } from "@shopify/polaris";
import { AgreementBar } from "#app/components/AgreementBar.tsx";
import { BarChart } from "#app/components/BarChart.tsx";
import { ConnectButton } from "#app/components/ConnectButton.tsx";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { FigureStrip } from "#app/components/FigureStrip.tsx";
import { IssueList } from "#app/components/IssueList.tsx";
import { StatusIcon } from "#app/components/StatusIcon.tsx";
import { useAutoRefresh } from "#app/components/use-auto-refresh.ts";
import { SetUpCard } from "./SetUpCard.tsx";
import type { HomeView } from "./view.ts";
import { HOME_WORDS } from "./words.ts";

export function HomeScreen({ view }: { view: HomeView }) {
  useAutoRefresh(view.refreshMs);
  return (
    <Page title={HOME_WORDS.title}>
      <BlockStack gap="400">
        {/* The headline says that nothing is connected; set-up begins with connecting. */}
        <ConnectionBanner notice={view.notice === "paused" ? view.notice : null} />
        {view.setUp ? <SetUpCard /> : null}
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <StandingCard view={view} />
              {view.needsYouUrl === null ? null : (
                <Titled title={HOME_WORDS.issues}>
                  <IssueList issues={view.issues} />
                  <Link url={view.needsYouUrl}>{HOME_WORDS.issuesMore}</Link>
                </Titled>
              )}
              <ChartCard chart={view.chart} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <Titled title={HOME_WORDS.proof}>
                {view.agreement === null ? <Text as="p" tone="subdued">{HOME_WORDS.proofEmpty}</Text> : <AgreementBar parts={view.agreement} />}
              </Titled>
              {view.clearing === null ? null : <ClearingCard {...view.clearing} />}
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

function StandingCard({ view: { headline, figures, notice, setUp } }: { view: HomeView }) {
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="300" wrap={false} blockAlign="center">
          <StatusIcon tone={headline.tone} />
          {/* Read out when it changes by itself. */}
          <div role="status">
            <Text as="h2" variant="headingLg">{headline.title}</Text>
            <Text as="p" tone="subdued">{headline.sentence}</Text>
          </div>
        </InlineStack>
        {notice === "not_connected" && !setUp ? <ConnectButton /> : null}
        <FigureStrip figures={figures} label={HOME_WORDS.figures} />
      </BlockStack>
    </Card>
  );
}

function ClearingCard({ account, amount, sentence, readAt }: NonNullable<HomeView["clearing"]>) {
  return (
    <Titled title={HOME_WORDS.clearing} aside={account}>
      <Text as="p" variant="headingLg">{amount}</Text>
      <Text as="p" tone="subdued">{sentence}</Text>
      <Text as="p" tone="subdued" variant="bodySm">{readAt}</Text>
    </Titled>
  );
}

function ChartCard({ chart }: { chart: HomeView["chart"] }) {
  return (
    <Titled title={HOME_WORDS.chart} aside={HOME_WORDS.chartSpan}>
      {chart === null ? <Text as="p" tone="subdued">{HOME_WORDS.chartEmpty}</Text> : <BarChart {...chart} />}
    </Titled>
  );
}

function Titled({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="baseline" gap="200">
          <Text as="h2" variant="headingMd">{title}</Text>
          {aside === undefined ? null : <Text as="span" tone="subdued">{aside}</Text>}
        </InlineStack>
        {children}
      </BlockStack>
    </Card>
  );
}
