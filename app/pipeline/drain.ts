/** Drain: every due order of one connection, in batches, until none is due. Runs in one worker at a time per connection (R8). */
import type { CompanyFacts } from "#app/domain/books/books.ts";
import type { Order } from "#app/domain/order/order.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import { compileRules } from "#app/domain/rules/compile-rules.ts";
import type { DrainContext } from "./context.ts";
import { payloadHash } from "./keys.ts";
import type { Fault } from "./ports/fault.ts";
import type { Snapshot } from "./ports/order-source.ts";
import type { DueOrder, Instant, OrderBooks } from "./ports/repositories.ts";
import { type Batch, processOrder, stopAt } from "./process-order.ts";
import { asWished } from "./as-wished.ts";
import { retryAfter, retryAt, stopsTheDrain } from "./retry.ts";
import { readBooks } from "./stages/books.ts";
import { lookAgain } from "./stages/look-again.ts";
import { lookUpFirst } from "./stages/look-up-first.ts";
import { salesOrdersNow } from "./stages/sales-orders-now.ts";
import { resolveUnknown, stillUnknown } from "./stages/resolve-unknown.ts";

/** Orders taken together: enough to make reads cheap, few enough that a stop loses little time. */
const BATCH_SIZE = 25;

export type DrainReport = { processed: number; postponed: number };

export async function drainConnection(context: DrainContext): Promise<DrainReport> {
  const report: DrainReport = { processed: 0, postponed: 0 };
  // Nothing is posted before the merchant has said how: until set-up is finished orders stay due.
  if ((await context.repositories.configuration.settings()).version === 0) return report;
  while (!context.signal.aborted) {
    const due = await context.repositories.due.take(context.clock.now(), BATCH_SIZE);
    if (due.length === 0) break;
    const stopped = await drainBatch(context, due, report);
    if (stopped) break;
  }
  return report;
}

/** True when the connection itself cannot go on. */
async function drainBatch(context: DrainContext, due: readonly DueOrder[], report: DrainReport): Promise<boolean> {
  const { clock, source } = context;
  const startedAt = clock.now();
  const fetched = await source.fetch(due.map((each) => each.orderId));
  // Shopify's refusal says nothing about the ledger: the connection stays, its orders wait.
  if (!fetched.ok) return postponeAll(context, due, fetched.failure.kind === "needs_auth" ? { kind: "transient", detail: fetched.failure.detail } : fetched.failure, report);

  const orders = new Map<string, Order>();
  for (const snapshot of fetched.value.snapshots) {
    const order = await readSnapshot(context, snapshot, startedAt);
    if (order) orders.set(snapshot.orderId, order);
  }
  const waitedFor = due.some(({ origin, attempts }) => origin === "person" || attempts > 0);
  const ids = due.map((each) => each.orderId);
  const [wishes, runs] = await Promise.all([context.repositories.wishes.of(ids), context.repositories.runs.of(ids)]);
  const batch = await openBatch(context, [...orders.values()], { startedAt, waitedFor, wishes, runs });
  if ("kind" in batch) {
    // Seen in the app all the same: whoever waits finds the order, and why.
    for (const order of orders.values()) await stopAt(context, { startedAt }, order, batch);
    return postponeAll(context, due, batch, report);
  }

  for (const [index, each] of due.entries()) {
    if (context.signal.aborted) return true;
    if (await wasCancelled(context, batch, each)) continue;
    const order = orders.get(each.orderId);
    const fault = await guarded(context, batch, order?.name ?? each.orderId, each, () =>
      asWished(context, batch, each, () => (order ? processOrder(context, batch, order, each) : unreadable(context, each, { missing: fetched.value.missing, startedAt, company: batch.books.company }))));
    if (fault && stopsTheDrain(fault)) return postponeAll(context, due.slice(index), fault, report);
    await settleRuns(context, batch, each, fault);
    await settleDue(context, each, fault, report);
  }
  return false;
}

/** One order that meets a bug must not hold up the others: it is told on the order and tried again later. A database that fails stops the drain. */
async function guarded({ repositories, clock, log }: DrainContext, { startedAt }: Batch, name: string, { orderId }: DueOrder, work: () => Promise<Fault | null>): Promise<Fault | null> {
  try {
    return await work();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    log.error({ order: name, err: error }, "an order stopped on an unexpected error");
    await repositories.orders.recordUnread(orderId, "Stopped to protect your books: an unexpected error. It is tried again by itself.", clock.now(), startedAt);
    return { kind: "transient", detail };
  }
}

/** Null where the order cannot be kept or understood; the others of the batch go on. */
async function readSnapshot({ repositories, source, log }: DrainContext, snapshot: Snapshot, at: Instant): Promise<Order | null> {
  try {
    await repositories.orders.saveSnapshot(snapshot, payloadHash(snapshot.body), at);
    const order = source.normalise(snapshot);
    if (order.ok) return order.value;
    log.error({ order: snapshot.orderId, detail: order.failure }, "an order could not be read");
  } catch (error) {
    log.error({ order: snapshot.orderId, err: error }, "an order could not be kept");
  }
  return null;
}

async function openBatch(context: DrainContext, orders: readonly Order[], { startedAt, waitedFor, wishes, runs }: Pick<Batch, "startedAt" | "wishes" | "runs"> & { waitedFor: boolean }): Promise<Batch | Fault> {
  const { configuration } = context.repositories;
  const [settings, rules] = await Promise.all([configuration.settings(), configuration.rules()]);
  const compiled = compileRules(rules.value);
  const books = await readBooks(context, orders, settings.value, { waitedFor, rules: compiled });
  if (!books.ok) return books.failure;
  const terms = { books: books.value, settings: settings.value, rules: compiled };
  const lookedFor = await lookUpFirst(context, terms, orders);
  if (!lookedFor.ok) return lookedFor.failure;
  return { ...terms, versions: { settings: settings.version, rules: rules.version }, startedAt, wishes, runs, lookedFor: lookedFor.value, salesOrders: salesOrdersNow(context, orders.map(({ id }) => id)) };
}

/** Cancelling stops after the order in hand; what is still due then, is for another reason and comes with the next batch. */
async function wasCancelled({ repositories }: DrainContext, { runs }: Batch, { orderId }: DueOrder): Promise<boolean> {
  return runs.has(orderId) && !(await repositories.runs.of([orderId])).has(orderId);
}

/** A run goes on waiting for an order that is tried again by itself; one that waits for a person has its result. */
async function settleRuns({ repositories, clock }: DrainContext, { runs }: Batch, { orderId }: DueOrder, fault: Fault | null): Promise<void> {
  const terms = runs.get(orderId);
  if (terms && (fault === null || fault.kind === "needs_input" || retryAfter(fault, 0) === null)) await repositories.runs.settle(orderId, terms.runIds, clock.now());
}

async function settleDue({ repositories, clock }: DrainContext, due: DueOrder, fault: Fault | null, report: DrainReport): Promise<void> {
  const retry = fault && retryAfter(fault, due.attempts);
  if (!retry) {
    await repositories.due.finish(due);
    report.processed += 1;
    return;
  }
  await repositories.due.postpone(due, retryAt(fault, retry, clock.now(), repositories.shop.domain), describe(fault), retry.countsAsAttempt);
  report.postponed += 1;
}

async function postponeAll(context: DrainContext, due: readonly DueOrder[], fault: Fault, report: DrainReport): Promise<boolean> {
  context.log.warn({ fault: fault.kind, orders: due.length, detail: describe(fault) }, "the drain stopped; its orders wait");
  if (fault.kind === "needs_auth") await context.repositories.connection.park(fault.detail, context.clock.now());
  for (const each of due) await settleDue(context, each, retryAfter(fault, 0) ? fault : { kind: "transient", detail: describe(fault) }, report);
  return true;
}

/** The order's page offers the removal (story A36). */
const DELETED_IN_SHOPIFY = "Deleted in Shopify; its documents stay in QuickBooks. You can remove them, or leave them.";

const MAY_HAVE_ARRIVED = "Deleted in Shopify. Waiting for QuickBooks: checking whether the last document arrived.";

/** Deleted in Shopify (its documents stay, story A36) or not readable: told in the log and on the order, never dropped silently. */
async function unreadable(context: DrainContext, due: DueOrder, { missing, startedAt, company }: { missing: readonly string[]; startedAt: Instant; company: CompanyFacts }): Promise<Fault | null> {
  const { repositories, clock, log } = context;
  const deleted = missing.includes(due.orderId);
  const settled = deleted ? await settledBooks(context, due.orderId, company) : success<PostedDocument[]>([]);
  if (!settled.ok) {
    await repositories.orders.recordAside(due.orderId, { state: "waiting", reason: MAY_HAVE_ARRIVED, issues: [], timeline: [] }, clock.now(), startedAt);
    return settled.failure;
  }
  if (deleted && settled.value.length === 0) {
    await repositories.orders.recordAside(due.orderId, { state: "skipped", reason: "Deleted in Shopify; it has no documents in QuickBooks.", issues: [], timeline: [] }, clock.now(), startedAt);
  } else {
    await repositories.orders.recordUnread(due.orderId, deleted ? DELETED_IN_SHOPIFY : "Shopify's answer for this order could not be read.", clock.now(), startedAt);
  }
  log.warn({ order: due.orderId, deleted }, "an order was not processed");
  return null;
}

/** What the order has in the books; a fault as long as that cannot be said, because a document whose answer was lost may be there (law 5). */
async function settledBooks(context: DrainContext, orderId: string, { closedThrough }: CompanyFacts): Promise<Result<PostedDocument[], Fault>> {
  const load = async (): Promise<OrderBooks | undefined> => (await context.repositories.postings.forOrders([orderId])).get(orderId);
  const resolved = await resolveUnknown(context, (await load()) ?? { open: [], posted: [] });
  if (!resolved.ok) return resolved;
  const books = await load();
  const copies = books ? await lookAgain(context, { orderId, orderName: orderId, closedThrough }, books) : success([]);
  if (!copies.ok) return copies;
  const { posted = [], open = [] } = books ?? {};
  return stillUnknown(open, () => false) ? failure({ kind: "unknown", detail: "a document that was sent may still turn up in the books" }) : success(posted);
}

function describe(fault: Fault): string {
  return "detail" in fault ? `${fault.kind}: ${fault.detail}` : fault.kind === "needs_input" ? `${fault.kind}: ${fault.issue.code}` : fault.kind;
}
