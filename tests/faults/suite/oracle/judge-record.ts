/** What the app says of its orders and webhooks: everything accounted for, and no issue that the world does not justify. */
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";
import type { BookDocument } from "./documents-in-books.ts";
import type { Evidence, Invariant, RecordedOrder, Violation } from "./evidence.ts";
import { orderFacts } from "./order-facts.ts";
import type { OrderStory } from "./story.ts";
import { isEligible, wantedOf } from "./wishes.ts";

const SETTLED: ReadonlySet<string> = new Set(["applied", "superseded", "parked"]);

export function judgeInbox({ tenant, inbox }: Evidence): Violation[] {
  return inbox
    .filter(({ disposition }) => !SETTLED.has(disposition))
    .map(({ topic, disposition }) => ({ invariant: "inbox", detail: `shop ${tenant}: a webhook ${topic} is still ${disposition}` }));
}

export function judgeRecord(evidence: Evidence, order: OrderRecord, story: OrderStory, documents: readonly BookDocument[]): Violation[] {
  const { tenant, story: { config }, recorded } = evidence;
  const violations: Violation[] = [];
  const say = (invariant: Invariant, detail: string): void => {
    violations.push({ invariant, detail: `shop ${tenant}, order ${order.name}: ${detail}` });
  };
  const row = recorded.get(order.id);
  if (!row) return [{ invariant: "record", detail: `shop ${tenant}, order ${order.name}: the app has never heard of it` }];
  const justified = justifiedIssues(order, story, documents);
  for (const issue of row.issues.filter((code) => !justified.has(code))) say("issue", `${issue} is not justified (${row.reason ?? ""})`);
  const states = rightStates();
  if (!states.includes(row.state)) say(row.state === "waiting" ? "waiting" : "record", `is ${row.state}, not ${states.join(" or ")} (${row.reason ?? ""})`);
  if (row.state !== "posted" && row.reason === null) say("record", `is ${row.state} without a reason`);
  return violations;

  function rightStates(): string[] {
    const facts = orderFacts(order);
    const wanted = wantedOf(config, facts);
    const entered = documents.some(({ live }) => live) || story.removals.length > 0;
    if (!isEligible(config, facts) && !entered) return ["skipped"];
    // Entered once, everything taken away since: nobody can say from outside.
    const unclear = !isEligible(config, facts) && !documents.some(({ live }) => live) ? ["skipped"] : [];
    if (wanted.treatment !== "sync") return [...unclear, wanted.treatment === "skip" ? "skipped" : "held"];
    if (facts.unsupported) return [...unclear, "attention"];
    const nothing = !wanted.salesOrder && !wanted.invoice && (!wanted.payment || facts.receipts.length === 0) && !documents.some(({ live }) => live);
    if (nothing) return story.removals.length > 0 ? ["skipped", "posted", "attention"] : ["skipped"];
    return [...unclear, attentionIsRight(row) ? "attention" : "posted"];
  }
}

const attentionIsRight = (row: RecordedOrder | undefined): boolean => (row?.issues.length ?? 0) > 0;

function justifiedIssues(order: OrderRecord, story: OrderStory, documents: readonly BookDocument[]): ReadonlySet<string> {
  const justified = new Set<string>();
  if (orderFacts(order).unsupported) justified.add("feature_not_supported");
  if (story.removals.length > 0) justified.add("document_changed_in_quickbooks");
  if (story.taken) justified.add("already_in_quickbooks");
  if (documents.some(({ live }) => !live) || story.removals.some(({ how }) => how === "void")) justified.add("already_in_quickbooks").add("link_refused");
  if (story.removals.some(({ entity }) => entity === "Estimate")) justified.add("link_refused");
  return justified;
}
