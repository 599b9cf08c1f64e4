/** @jsxImportSource preact */
/** The window behind "Resync to QuickBooks", for one order or several: first what is there and what would be done, then the result. Nothing is asked for before the button is pressed. */
import type { Answer, Order } from "./answer.ts";
import { MOST_ORDERS } from "./ask-app.ts";
import { summaryOf } from "./outcome.ts";
import { Notice, OrderSummary } from "./OrderSummary.tsx";
import { planView } from "./plan-view.ts";
import { Result } from "./Result.tsx";
import { useOrders } from "./use-orders.ts";
import { WORDS } from "./words.ts";

export function ResyncAction({ orderIds, close }: { orderIds: readonly string[]; close: () => void }) {
  return orderIds.length > MOST_ORDERS ? <TooMany close={close} /> : <Window orderIds={orderIds} close={close} />;
}

function TooMany({ close }: { close: () => void }) {
  return (
    <s-admin-action heading={WORDS.resync}>
      <s-banner tone="warning" heading={WORDS.tooMany(MOST_ORDERS)} />
      <s-button slot="primary-action" variant="primary" onClick={close}>{WORDS.close}</s-button>
    </s-admin-action>
  );
}

function Window({ orderIds, close }: { orderIds: readonly string[]; close: () => void }) {
  const { answer, progress, isRunning, trouble, start, reload } = useOrders(orderIds, true);
  const isOver = progress !== null && progress.isOver;
  const mayStart = answer !== null && answer.orders.length > 0 && !isOver;
  return (
    <s-admin-action heading={WORDS.resync} loading={answer === null && trouble === null}>
      <s-stack gap="base">
        {trouble === null ? null : <s-banner tone="critical" heading={trouble} />}
        {answer === null ? (trouble === null ? <s-text>{WORDS.loading}</s-text> : null) : <Notice notice={answer.notice} />}
        {answer !== null && progress === null ? <Before answer={answer} /> : null}
        {progress === null ? null : <Result progress={progress} isRunning={isRunning} />}
        {progress !== null && progress.isOver && progress.outcomes.length > 1 ? <s-text>{summaryOf(progress.outcomes)}</s-text> : null}
      </s-stack>
      {trouble !== null && answer === null ? <s-button slot="primary-action" variant="primary" onClick={reload}>{WORDS.again}</s-button> : null}
      {mayStart ? <s-button slot="primary-action" variant="primary" loading={isRunning} onClick={start}>{onlyOf(answer)?.press?.label ?? WORDS.resyncShort}</s-button> : null}
      <s-button slot="secondary-actions" onClick={close}>{isRunning || progress !== null ? WORDS.close : WORDS.cancel}</s-button>
    </s-admin-action>
  );
}

/** Several are asked for under one button, which is no OK for any of them. */
const onlyOf = ({ orders }: Pick<Answer, "orders">): Order | undefined => (orders.length === 1 ? orders[0] : undefined);

function Before({ answer: { orders, unknown } }: { answer: Answer }) {
  const [only] = orders;
  return (
    <s-stack gap="base">
      {orders.length + unknown.length > 1 ? <s-text type="strong">{WORDS.chosen(orders.length + unknown.length)}</s-text> : null}
      {orders.length === 1 && only ? <OrderSummary order={only} /> : orders.map((order) => <s-paragraph key={order.orderId}>{[order.name, order.headline].join(": ")}</s-paragraph>)}
      {orders.flatMap((order) => planView(order)).map((line, index) => <s-paragraph key={index}>{line}</s-paragraph>)}
      {unknown.map(({ orderId, sentence }) => <s-paragraph key={orderId}>{sentence}</s-paragraph>)}
      {orders.length === 0 ? null : <s-paragraph color="subdued">{onlyOf({ orders })?.press?.help ?? WORDS.help}</s-paragraph>}
    </s-stack>
  );
}
