/** Published versions of the rules, newest first, each with a way back. */
import { Badge, Banner, BlockStack, Button, Card, InlineStack, List, Page, Text } from "@shopify/polaris";
import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { showToast } from "#app/components/toast.ts";
import type { RestoreAnswer, VersionsView } from "./view.ts";
import { WORDS } from "./words.ts";

export function VersionsScreen({ view }: { view: VersionsView }) {
  const fetcher = useFetcher<RestoreAnswer>();
  const navigate = useNavigate();
  const { data, state } = fetcher;
  useEffect(() => {
    if (state !== "idle" || data?.kind !== "restored") return;
    showToast(WORDS.restored);
    navigate("/app/rules");
  }, [state, data, navigate]);
  return (
    <Page title={WORDS.title} subtitle={WORDS.subtitle} backAction={{ content: WORDS.back, url: "/app/rules" }}>
      <BlockStack gap="400">
        {data?.kind === "changed_meanwhile" ? <Banner tone="warning">{WORDS.changedMeanwhile}</Banner> : null}
        {data?.kind === "failed" ? <Banner tone="critical">{WORDS.failed}</Banner> : null}
        {view.versions.length === 0 ? <Card><Text as="p" tone="subdued">{WORDS.none}</Text></Card> : null}
        {view.versions.map(({ version, isCurrent, facts, changes }) => (
          <Card key={version}>
            <BlockStack gap="200">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <InlineStack gap="200" blockAlign="center">
                  <Text as="h2" variant="headingSm">{WORDS.version(version)}</Text>
                  {isCurrent ? <Badge tone="success">{WORDS.current}</Badge> : null}
                </InlineStack>
                {isCurrent ? null : (
                  <Button
                    size="slim" loading={state !== "idle"} accessibilityLabel={WORDS.restoreLabel(version)}
                    onClick={() => fetcher.submit({ revision: view.revision, version }, { method: "post", encType: "application/json" })}
                  >
                    {WORDS.restore}
                  </Button>
                )}
              </InlineStack>
              <Text as="p" tone="subdued">{facts}</Text>
              <List>{changes.map((change) => <List.Item key={change}>{change}</List.Item>)}</List>
            </BlockStack>
          </Card>
        ))}
      </BlockStack>
    </Page>
  );
}
