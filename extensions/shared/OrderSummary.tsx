/** @jsxImportSource preact */
/** One order: where it stands, its chain of documents with what is open on each, what is to come, and what it waits for. */
import type { Answer, Order, OrderDocument } from "./answer.ts";
import { toneOf } from "./tones.ts";
import { WORDS } from "./words.ts";

export function OrderSummary({ order }: { order: Order }) {
  return (
    <s-stack gap="base">
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-badge tone={toneOf(order.state.tone)}>{order.state.label}</s-badge>
        {order.headline === order.state.label ? null : <s-text color="subdued">{order.headline}</s-text>}
      </s-stack>
      {order.reason === null ? null : <s-paragraph>{order.reason}</s-paragraph>}
      {order.issues.map(({ sentence, remedy }) => (
        <s-banner key={sentence} tone="warning" heading={sentence}>{remedy}</s-banner>
      ))}
      {order.documents.length === 0 ? <s-paragraph color="subdued">{WORDS.noDocuments}</s-paragraph> : null}
      {order.documents.map((document, index) => <Document key={index} document={document} />)}
      {order.coming.map((what) => <s-paragraph key={what} color="subdued">{what}</s-paragraph>)}
    </s-stack>
  );
}

function Document({ document: { title, total, balance, status, link } }: { document: OrderDocument }) {
  return (
    <s-stack gap="small-300">
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-text type="strong">{title}</s-text>
        <s-text>{total}</s-text>
        <s-badge tone={toneOf(status.tone)}>{status.label}</s-badge>
      </s-stack>
      {balance === null ? null : <s-text color="subdued">{balance}</s-text>}
      {link === null ? null : <s-link href={link.url} target="_blank">{link.label}</s-link>}
    </s-stack>
  );
}

/** Why nothing reaches QuickBooks, with the way to change it. */
export function Notice({ notice }: { notice: Answer["notice"] }) {
  if (notice === null) return null;
  return (
    <s-banner tone="warning" heading={notice.title}>
      <s-paragraph>{notice.sentence}</s-paragraph>
      <s-link href={inApp(notice.path)}>{WORDS.openConnection}</s-link>
    </s-banner>
  );
}

/** `app:` leads into the app's pages in the admin. */
export const inApp = (path: string): string => `app:${path.replace(/^\//, "")}`;
