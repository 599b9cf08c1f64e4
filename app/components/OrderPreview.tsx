/** What a sync would do to one order: documents with their lines and legs, the change by account, and what stands in the way. */
import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { AccountChanges, type AccountChange, type AccountChangeWords } from "./AccountChanges.tsx";
import styles from "./OrderPreview.module.css";
import { StatusBadge, type StatusView } from "./StatusBadge.tsx";

export type PreviewedDocument = {
  /** Such as `Create invoice 1001`. */
  title: string;
  /** Date and total. */
  facts: string;
  lines: { description: string; quantity: string; account: string; amount: string }[];
  legs: { account: string; debit: string; credit: string }[];
};

export type OrderPreviewView = {
  key: string;
  name: string;
  url: string;
  facts: string;
  state: StatusView;
  reason: string | null;
  documents: PreviewedDocument[];
  /** Said where nothing would be written. */
  nothing: string | null;
  effect: AccountChange[];
  issues: { sentence: string; remedy: string }[];
  /** True where statuses, start date or the like leave the order out, so that it may be synced anyway; a rule is not passed over. */
  leftOut: boolean;
};

export type OrderPreviewWords = {
  details: string;
  lines: { title: string; description: string; quantity: string; account: string; amount: string };
  legs: { title: string; account: string; debit: string; credit: string; none: string };
  effect: AccountChangeWords;
  syncAnyway: string;
};

/** `onSyncAnyway` null: it is not offered here. */
export function OrderPreview({ order, words, onSyncAnyway }: { order: OrderPreviewView; words: OrderPreviewWords; onSyncAnyway: (() => void) | null }) {
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm"><Link url={order.url}>{order.name}</Link></Text>
        <StatusBadge status={order.state} />
        <Text as="span" tone="subdued">{order.facts}</Text>
      </InlineStack>
      {order.reason === null ? null : <Text as="p">{order.reason}</Text>}
      {order.issues.map(({ sentence, remedy }) => (
        <div key={sentence}>
          <Text as="p" fontWeight="semibold">{sentence}</Text>
          <Text as="p" tone="subdued">{remedy}</Text>
        </div>
      ))}
      {order.nothing === null ? null : <Text as="p">{order.nothing}</Text>}
      {order.documents.map((document, index) => <Document key={index} document={document} words={words} />)}
      {order.effect.length === 0 ? null : <AccountChanges changes={order.effect} words={words.effect} />}
      {order.leftOut && onSyncAnyway !== null ? <InlineStack><Button onClick={onSyncAnyway} accessibilityLabel={`${words.syncAnyway} ${order.name}`}>{words.syncAnyway}</Button></InlineStack> : null}
    </BlockStack>
  );
}

function Document({ document: { title, facts, lines, legs }, words }: { document: PreviewedDocument; words: OrderPreviewWords }) {
  return (
    <div className={styles["document"]}>
      <Text as="p" fontWeight="semibold">{title}</Text>
      <Text as="p" tone="subdued">{facts}</Text>
      <details className={styles["details"]}>
        <summary>{words.details}<Text as="span" visuallyHidden>: {title}</Text></summary>
        {lines.length === 0 ? null : (
          <Figures title={words.lines.title} headings={[words.lines.description, words.lines.quantity, words.lines.account, words.lines.amount]} rows={lines.map((line) => [line.description, line.quantity, line.account, line.amount])} />
        )}
        {legs.length === 0 ? <Text as="p" tone="subdued">{words.legs.none}</Text> : (
          <Figures title={words.legs.title} headings={[words.legs.account, words.legs.debit, words.legs.credit]} rows={legs.map((leg) => [leg.account, leg.debit, leg.credit])} />
        )}
      </details>
    </div>
  );
}

function Figures({ title, headings, rows }: { title: string; headings: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table className={styles["figures"]}>
      <caption>{title}</caption>
      <thead>
        <tr>{headings.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => <tr key={index}>{row.map((cell, place) => (place === 0 ? <th key={place} scope="row">{cell}</th> : <td key={place}>{cell}</td>))}</tr>)}
      </tbody>
    </table>
  );
}
