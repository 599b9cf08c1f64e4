/** A connection that did not come about: inside the admin as a Polaris page, outside of it (no shop known) as plain HTML. */
import { Banner, Page } from "@shopify/polaris";
import { type ConnectFailure, SENTENCES, TITLE } from "./words.ts";

export type ConnectFailureView = { reason: ConnectFailure };

export function ConnectFailureScreen({ view }: { view: ConnectFailureView }) {
  return (
    <Page title={TITLE} backAction={{ content: "Home", url: "/app" }}>
      <Banner tone="warning">{SENTENCES[view.reason]}</Banner>
    </Page>
  );
}

export function ConnectFailureOutside({ view }: { view: ConnectFailureView }) {
  return (
    <main>
      <h1>{TITLE}</h1>
      <p>{SENTENCES[view.reason]}</p>
    </main>
  );
}
