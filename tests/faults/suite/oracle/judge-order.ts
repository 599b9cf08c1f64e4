/** One order at rest: the documents it has, against what its shop, its settings and its story ask for. */
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";
import { parseBag } from "#sandbox/shopify/money/bag.ts";
import type { LoggedRequest } from "#sandbox/quickbooks/company/state.ts";
import type { BookDocument } from "./documents-in-books.ts";
import type { Evidence, Invariant, Violation } from "./evidence.ts";
import { judgeApplications } from "./judge-applications.ts";
import { orderFacts } from "./order-facts.ts";
import type { Entity, OrderStory, Removal } from "./story.ts";
import { isEligible, wantedOf } from "./wishes.ts";
import { totalOf } from "./worth.ts";

/** Why fewer documents than asked for may be right. */
export type Excuse = (entity: Entity, transaction: string | null) => boolean;

export function judgeOrder({ tenant, story: { config }, recorded, company }: Evidence, order: OrderRecord, story: OrderStory, documents: readonly BookDocument[]): Violation[] {
  const violations: Violation[] = [];
  const say = (invariant: Invariant, detail: string): void => {
    violations.push({ invariant, detail: `shop ${tenant}, order ${order.name}: ${detail}` });
  };
  const facts = orderFacts(order);
  const wanted = wantedOf(config, facts);
  const live = documents.filter((document) => document.live);
  const of = (entity: Entity): BookDocument[] => live.filter((document) => document.entity === entity);
  const entered = live.length > 0;
  const follows = wanted.treatment === "sync" && !facts.unsupported && (isEligible(config, facts) || entered);
  const stopped = recorded.get(order.id)?.issues.some((code) => STOPPING.has(code)) ?? false;

  for (const entity of ["Estimate", "Invoice"] as const) {
    const found = of(entity);
    if (found.length > 1) say("twice", `${found.length} live documents of kind ${entity}: ${found.map(({ id }) => id).join(", ")}`);
    const kind = entity === "Estimate" ? "salesOrder" : "invoice";
    const [document] = found;
    if (document && !story.everWanted[kind]) say("unwanted", `${entity} ${document.id} exists though nothing ever asked for it`);
    if (!document && follows && wanted[kind] && !removed(story, entity, null) && !stopped) say("missing", `no ${entity}`);
    if (document) judgeTotal(document, follows && !stopped);
    if (document) judgeRecreation(document, null);
  }
  judgePayments();
  if (follows && !stopped) violations.push(...judgeApplications({ tenant, order, story, facts, config, wanted, live }));
  return violations;

  /** A sales order is history once it is closed, also where QuickBooks opened it again because a person took its invoice away; an order that is held up keeps the worth it had. */
  function judgeTotal(document: BookDocument, current: boolean): void {
    const history = document.entity === "Estimate" && (document.status === "Closed" || removed(story, "Invoice", null));
    const worths = current && !history ? story.worths.slice(-1) : story.worths;
    if (worths.some((worth) => totalOf(worth) === document.total)) return;
    say("amount", `${document.entity} ${document.id} is worth ${document.total}, the shop says ${worths.map(totalOf).join(" or ")}`);
  }

  function judgePayments(): void {
    const payments = of("Payment");
    for (const receipt of facts.receipts) {
      const found = payments.filter(({ reference }) => reference === receipt.id);
      if (found.length > 1) say("twice", `${found.length} live payments of transaction ${receipt.id}`);
      const [payment] = found;
      const amount = parseBag(receipt.amount, order).shop;
      if (payment && payment.total !== amount) say("amount", `payment ${payment.id} is ${payment.total}, Shopify received ${amount}`);
      if (payment && !story.everWanted.payment) say("unwanted", `payment ${payment.id} exists though nothing ever asked for it`);
      if (!payment && follows && wanted.payment && amount > 0n && !removed(story, "Payment", receipt.id) && !stopped) say("missing", `no payment of transaction ${receipt.id}`);
      if (payment) judgeRecreation(payment, receipt.id);
    }
    for (const { id, reference } of payments.filter((each) => facts.receipts.every((receipt) => receipt.id !== each.reference))) {
      say("unwanted", `payment ${id} is for ${reference ?? "nothing"}, which is no receipt of the order`);
    }
  }

  function judgeRecreation(document: BookDocument, transaction: string | null): void {
    const gone = removalsOf(story, document.entity, transaction).filter(({ resynced, duringResync }) => !resynced && !duringResync);
    const [removal] = gone;
    if (removal && Number(document.id) > Number(removal.id) && wasSentAfter(company.requests.slice(removal.requests), document)) say("recreated", `${document.entity} ${removal.id} was taken away by a person; ${document.id} came back by itself`);
  }
}

/** What QuickBooks itself carries out late was sent before; only a create of ours afterwards brings something back. */
const wasSentAfter = (requests: readonly LoggedRequest[], { entity, reference, origin }: BookDocument): boolean =>
  requests.some(({ method, path, body }) => {
    const text = JSON.stringify(body);
    return method === "POST" && path === `/${entity.toLowerCase()}` && !text.includes('"SyncToken"') && text.includes(`/admin/orders/${origin?.orderId ?? ""}`) && (entity !== "Payment" || text.includes(`"${reference ?? ""}"`));
  });

/** Issues that stop an order; whether one is justified is judged with the record. */
const STOPPING: ReadonlySet<string> = new Set([
  "feature_not_supported", "already_in_quickbooks", "link_refused", "rejected_by_quickbooks", "period_closed", "account_missing", "item_missing", "estimates_off", "currency_not_supported",
  "document_changed_in_quickbooks",
]);

const removalsOf = (story: OrderStory, entity: Entity, transaction: string | null): Removal[] =>
  story.removals.filter((removal) => removal.entity === entity && removal.transaction === transaction);

/** Taken away and not asked for again, or nobody can say. */
function removed(story: OrderStory, entity: Entity, transaction: string | null): boolean {
  const last = removalsOf(story, entity, transaction).at(-1);
  return last !== undefined && (!last.resynced || last.duringResync);
}
