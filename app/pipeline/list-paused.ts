/**
 * Lists the orders that wait for a parked connection, from Shopify alone, so that a merchant sees them before the reconnect.
 * Never talks to the ledger, finishes nothing and uses up no attempt: after the reconnect every one of them is still due.
 */
import { Temporal } from "temporal-polyfill";
import type { Order } from "#app/domain/order/order.ts";
import type { DrainContext } from "./context.ts";
import type { PausedOrders } from "./ports/paused-orders.ts";
import type { DueOrder } from "./ports/repositories.ts";

/** Orders fetched together, as in a drain. */
const BATCH_SIZE = 50;

/** Business time until Shopify is asked again; a reconnect does not wait for it. */
const ASK_AGAIN_AFTER = Temporal.Duration.from({ minutes: 1 });

/** The same words as for an order that met the lost authorisation itself. */
const PAUSED = "Paused: reconnect QuickBooks.";

export type ListingContext = Pick<DrainContext, "repositories" | "source" | "clock" | "log" | "signal"> & { paused: PausedOrders };

/** Answers how many orders were listed. */
export async function listPaused(context: ListingContext): Promise<number> {
  const { repositories, paused, clock, signal } = context;
  // As in a drain: before set-up is finished the merchant has not said which orders are wanted.
  if ((await repositories.configuration.settings()).version === 0) return 0;
  let listed = 0;
  while (!signal.aborted) {
    const due = await paused.unlisted(clock.now(), BATCH_SIZE);
    if (due.length === 0) break;
    const count = await listBatch(context, due);
    if (count === null) break;
    listed += count;
  }
  return listed;
}

/** Null when Shopify does not answer: the orders are asked for again later. */
async function listBatch({ repositories, paused, source, clock, log }: ListingContext, due: readonly DueOrder[]): Promise<number | null> {
  const readAt = clock.now();
  const fetched = await source.fetch(due.map(({ orderId }) => orderId));
  if (!fetched.ok) {
    for (const each of due) await repositories.due.postpone(each, readAt.add(ASK_AGAIN_AFTER), fetched.failure.kind, false);
    log.warn({ fault: fetched.failure.kind, orders: due.length }, "paused orders could not be read; they are listed later");
    return null;
  }
  const orders = new Map<string, Order>();
  for (const snapshot of fetched.value.snapshots) {
    const order = source.normalise(snapshot);
    if (order.ok) orders.set(snapshot.orderId, order.value);
    else log.error({ order: snapshot.orderId, detail: order.failure }, "a paused order could not be read");
  }
  for (const each of due) {
    const order = orders.get(each.orderId);
    if (order) await paused.list(order, each, PAUSED, readAt);
    else await paused.passOver(each);
  }
  return orders.size;
}
