/** @jsxImportSource preact */
/** The card on Shopify's order page: where the order stands in QuickBooks, and Resync. */
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { inApp, Notice, OrderSummary } from "../../shared/OrderSummary.tsx";
import { Result } from "../../shared/Result.tsx";
import { useOrders } from "../../shared/use-orders.ts";
import { WORDS } from "../../shared/words.ts";

export default function extension(): void {
  render(<Block orderIds={shopify.data.selected.map(({ id }) => id).slice(0, 1)} />, document.body);
}

function Block({ orderIds }: { orderIds: readonly string[] }) {
  const { answer, progress, isRunning, trouble, start, reload } = useOrders(orderIds);
  const order = answer?.orders[0];
  return (
    <s-admin-block heading="Tieout">
      <s-stack gap="base">
        {trouble === null ? null : <s-banner tone="critical" heading={trouble} />}
        {trouble !== null && answer === null ? <s-button onClick={reload}>{WORDS.again}</s-button> : null}
        {answer === null ? (trouble === null ? <s-text>{WORDS.loading}</s-text> : null) : <Notice notice={answer.notice} />}
        {answer?.unknown.map(({ orderId, sentence }) => <s-paragraph key={orderId}>{sentence}</s-paragraph>)}
        {order === undefined ? null : <OrderSummary order={order} />}
        {progress === null ? null : <Result progress={progress} isRunning={isRunning} />}
        {order === undefined ? null : (
          <s-stack direction="inline" gap="base" alignItems="center">
            <s-button loading={isRunning} onClick={start}>{order.press?.label ?? WORDS.resyncShort}</s-button>
            <s-link href={inApp(order.path)}>{WORDS.open}</s-link>
          </s-stack>
        )}
      </s-stack>
    </s-admin-block>
  );
}
