/** The connection page: which company, whether it works, what to change in it, and how to end it. */
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useFetcher } from "@remix-run/react";
import { ConnectButton } from "#app/components/ConnectButton.tsx";
import { showToast } from "#app/components/toast.ts";
import { CompanyCard } from "./CompanyCard.tsx";
import { Disconnect } from "./Disconnect.tsx";
import { NotConnected } from "./NotConnected.tsx";
import { PreferencesCard } from "./PreferencesCard.tsx";
import type { ConnectedView, ConnectionView, DisconnectAnswer } from "./view.ts";
import { WORDS } from "./words.ts";

export function ConnectionScreen({ view }: { view: ConnectionView }) {
  const [asking, setAsking] = useState(false);
  const fetcher = useFetcher<DisconnectAnswer>();
  const idle = fetcher.state === "idle";
  useEffect(() => {
    // Not before the page shows it: the dialog gives the keyboard back to the page as it is then.
    if (!idle || !fetcher.data) return;
    setAsking(false);
    if (fetcher.data.kind === "disconnected" && fetcher.data.confirmed) showToast(WORDS.disconnected);
  }, [idle, fetcher.data]);
  const problem = problemOf(fetcher.data);
  return (
    <Page title={WORDS.title}>
      <BlockStack gap="400">
        {problem === null ? null : <Banner tone="warning">{problem}</Banner>}
        {view.state === "none" ? <NotConnected shop={view.shop} ended={view.ended} /> : <Connected view={view} onDisconnect={() => setAsking(true)} />}
      </BlockStack>
      {view.state !== "none" && asking ? (
        <Disconnect company={view.company} busy={!idle} onConfirm={() => fetcher.submit(null, { method: "post" })} onClose={() => setAsking(false)} />
      ) : null}
    </Page>
  );
}

function problemOf(answer: DisconnectAnswer | undefined): string | null {
  if (answer === undefined) return null;
  if (answer.kind === "failed") return WORDS.failed;
  return answer.confirmed ? null : WORDS.unconfirmed;
}

function Connected({ view, onDisconnect }: { view: ConnectedView; onDisconnect: () => void }) {
  return (
    <>
      {view.reason === null ? null : (
        <Banner tone="warning" title={WORDS.paused.title}>
          <BlockStack gap="200">
            <p>{WORDS.paused.text}</p>
            <p>{WORDS.paused.because(view.reason)}</p>
            <ConnectButton label={WORDS.reconnect} />
          </BlockStack>
        </Banner>
      )}
      <CompanyCard view={view} onDisconnect={onDisconnect} />
      <PreferencesCard preferences={view.preferences} needsChange={view.needsChange} />
    </>
  );
}
