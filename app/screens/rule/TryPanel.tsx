/** Beside the rule: what it would have done to the latest orders, and one order step by step. */
import { Button, ButtonGroup, Banner, BlockStack, Card, InlineStack, Spinner, Text, TextField } from "@shopify/polaris";
import { Link } from "@remix-run/react";
import { useState } from "react";
import { AccountChanges } from "#app/components/AccountChanges.tsx";
import { BeforeAfter } from "#app/components/BeforeAfter.tsx";
import { ShareBar } from "#app/components/ShareBar.tsx";
import styles from "./Editor.module.css";
import { TraceSteps } from "./TraceSteps.tsx";
import type { Trying } from "./use-try.ts";
import type { StepFix, TraceView, TriedOrder, TryView } from "./view.ts";
import { TRY, WORDS } from "./words.ts";

type Tab = keyof typeof TRY.tabs;
const TABS: readonly Tab[] = ["changed", "unchanged", "problems"];

export type TryPanelProps = { trying: Trying; order: string; onOrder: (order: string) => void; /** A new rule is started from it. */ onLike: (order: string) => void; onFix: (row: string, fix: StepFix) => void };

export const TRACED_ORDER_ID = "traced-order";

export function TryPanel({ trying: { view, state, again }, order, onOrder, onLike, onFix }: TryPanelProps) {
  const result = view?.result ?? null;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" wrap={false}>
            <Text as="h2" variant="headingMd">{TRY.title}</Text>
            {state === "asking" ? <Spinner size="small" accessibilityLabel={TRY.trying} /> : null}
          </InlineStack>
          {state === "failed" ? <Banner tone="warning" action={{ content: TRY.again, onAction: again }}>{TRY.failed}</Banner> : null}
          {result === null ? <Text as="p" tone="subdued">{view === null ? TRY.trying : TRY.incomplete}</Text> : <Result result={result} />}
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">{TRY.traceTitle}</Text>
          <TextField id={TRACED_ORDER_ID} label={TRY.traceLabel} placeholder={TRY.tracePlaceholder} autoComplete="off" value={order} onChange={onOrder} />
          {view?.trace === "unknown" ? <Text as="p" tone="subdued">{TRY.unknown}</Text> : null}
          {view?.trace && view.trace !== "unknown" ? <Traced trace={view.trace} onLike={onLike} onFix={onFix} /> : null}
        </BlockStack>
      </Card>
    </BlockStack>
  );
}

function Traced({ trace, onLike, onFix }: Pick<TryPanelProps, "onLike" | "onFix"> & { trace: TraceView }) {
  return (
    <BlockStack gap="300">
      <TraceSteps trace={trace} onFix={onFix} />
      <InlineStack><Button size="slim" onClick={() => onLike(trace.order)}>{WORDS.startFromThisOrder(trace.order)}</Button></InlineStack>
    </BlockStack>
  );
}

function Result({ result }: { result: NonNullable<TryView["result"]> }) {
  if (result.total === 0) return <Text as="p" tone="subdued">{TRY.noOrders}</Text>;
  return (
    <BlockStack gap="300">
      <div aria-live="polite">
        <Text as="p" variant="headingSm">{TRY.matches(String(result.matches), String(result.total))}{result.isComplete ? `; ${TRY.changes(String(result.changes))}` : ""}</Text>
        <Text as="p" tone="subdued" variant="bodySm">{TRY.asTheyStand}</Text>
      </div>
      <ShareBar part={Math.max(result.matches, result.changes)} strong={result.changes} of={result.total} isWide />
      {result.warnings.length === 0 ? null : (
        <Banner tone="warning" title={TRY.warnings}>
          <BlockStack gap="100">{result.warnings.map((warning) => <Text as="p" key={warning}>{warning}</Text>)}</BlockStack>
        </Banner>
      )}
      {result.isComplete ? <Orders result={result} /> : <Text as="p" tone="subdued">{TRY.noAction}</Text>}
      {result.accounts.length === 0 ? null : <AccountChanges changes={result.accounts} words={TRY.accounts} />}
    </BlockStack>
  );
}

function Orders({ result }: { result: NonNullable<TryView["result"]> }) {
  const [tab, setTab] = useState<Tab>("changed");
  const { counts, [tab]: orders } = result;
  return (
    <>
      <ButtonGroup variant="segmented">
        {TABS.map((each) => <Button key={each} size="slim" pressed={each === tab} onClick={() => setTab(each)}>{`${TRY.tabs[each]} ${counts[each]}`}</Button>)}
      </ButtonGroup>
      {orders.length === 0 ? <Text as="p" tone="subdued">{TRY.none[tab]}</Text> : <ul className={styles["orders"]}>{orders.map((order) => <OrderChanges key={order.key} order={order} />)}</ul>}
      {counts[tab] > orders.length ? <Text as="p" tone="subdued">{TRY.more(String(counts[tab] - orders.length))}</Text> : null}
    </>
  );
}

function OrderChanges({ order }: { order: TriedOrder }) {
  return (
    <li className={styles["order"]}>
      <InlineStack gap="200" blockAlign="baseline">
        <Link to={order.url}>{order.name}</Link>
        <Text as="span" tone="subdued" variant="bodySm">{order.facts}</Text>
      </InlineStack>
      {order.problems.map((problem) => <Text as="p" key={problem} tone="critical">{problem}</Text>)}
      {order.changes.length === 0 ? null : <BeforeAfter rows={order.changes} words={TRY} />}
    </li>
  );
}
