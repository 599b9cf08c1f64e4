/** One order through decide → plan → diff → execute → record. Everything it needs of the outside comes in the context. */
import type { Books } from "#app/domain/books/books.ts";
import { inCurrency } from "#app/domain/books/in-currency.ts";
import { keptByRules, withRelease, salesAsKept } from "#app/domain/decision/kept-by-rules.ts";
import { decide, type Decision, modeVerdicts } from "#app/domain/decision/decide.ts";
import { awaitsPayment } from "#app/domain/decision/posting-form.ts";
import { type DocumentKind, type DocumentRef, KIND_WORDS, refKey } from "#app/domain/documents/kind.ts";
import { orderHeldInBooks } from "#app/domain/issues/rule-issues.ts";
import { goneFromQuickBooks } from "#app/domain/issues/catalogue.ts";
import type { Issue } from "#app/domain/issues/issue.ts";
import { zero } from "#app/domain/money/money.ts";
import type { Order } from "#app/domain/order/order.ts";
import { diff } from "#app/domain/plan/diff.ts";
import type { Operation, PostedDocument } from "#app/domain/plan/operation.ts";
import { withKeptBundles } from "#app/domain/plan/kept-bundles.ts";
import { type Plan, plan } from "#app/domain/plan/plan.ts";
import { possibleDocuments } from "#app/domain/plan/possible-documents.ts";
import { prove, type ProvenDocument, provenOf } from "#app/domain/proof/proof.ts";
import type { CompiledRules } from "#app/domain/rules/evaluate.ts";
import { type Settings, statusesSchema } from "#app/domain/settings/settings.ts";
import { type Result, success } from "#app/domain/result.ts";
import { asAccepted, worldOf } from "./as-ruled.ts";
import type { DrainContext } from "./context.ts";
import type { Fault } from "./ports/fault.ts";
import type { DueOrder, Instant, OrderBooks, OrderState, RunTerms, TimelineEntry, Wish } from "./ports/repositories.ts";
import { standingIssues } from "./stages/echo.ts";
import { execute } from "./stages/execute.ts";
import { takeBack } from "./stages/take-back.ts";
import { editedByHand, type Execution, knownDocuments } from "./stages/execution.ts";
import { withKeptItems } from "./stages/kept-items.ts";
import { type LookedFor, type Reconciled, reconcile } from "./stages/look-up-first.ts";
import { lookAgain } from "./stages/look-again.ts";
import { linkFound } from "./stages/link-found.ts";
import { record } from "./stages/record.ts";
import { ensureCustomer, ensureItems } from "./stages/references.ts";
import { resolveUnknown, stillUnknown } from "./stages/resolve-unknown.ts";
import type { SalesOrdersNow } from "./stages/sales-orders-now.ts";
import { verifyPosted } from "./stages/verify-posted.ts";
import { issuesOf, stateAfter, stopped } from "./told.ts";

/** What a batch of orders is decided and planned by. */
export type BatchTerms = { books: Books; settings: Settings; rules: CompiledRules };

export type Batch = BatchTerms & {
  versions: { settings: number; rules: number };
  startedAt: Instant;
  /** What was found in the books of orders whose record is in doubt, by order id. */
  lookedFor: ReadonlyMap<string, LookedFor>;
  salesOrders: SalesOrdersNow;
  /** What people asked for orders of the batch. */
  wishes: ReadonlyMap<string, Wish>;
  /** What runs say for them. */
  runs: ReadonlyMap<string, RunTerms>;
};

/** The fault that stopped the order, or null when it is where it should be (or waits for nothing but the order itself). */
export async function processOrder(context: DrainContext, batch: Batch, asRead: Order, due: DueOrder, timeline: readonly TimelineEntry[] = []): Promise<Fault | null> {
  const world = worldOf(context, batch);
  const order = asAccepted(asRead, batch, world);
  const { repositories } = context;
  const { shop } = repositories;
  const read = await orderBooks(context, order.id, due.origin === "person");
  if (!read.ok) return stopAt(context, batch, order, read.failure);
  const { settings, rules } = batch;
  const released = letsPass(batch.wishes.get(order.id));
  const books = inCurrency(batch.books, order.currency);
  const terms = batch.runs.get(order.id);
  const forThisRun = terms?.statuses ? { ...settings, statuses: statusesSchema.parse(terms.statuses) } : settings;
  const decided = (inBooks: OrderBooks): Decision => {
    const follows = inBooks.posted.length > 0;
    const asked = decide({ order, settings: forThisRun, rules, ...world, entered: follows || terms?.anyway === true, follows, released, shaping: shapingOf(inBooks, due) });
    return keptByRules(withRelease(asked, inBooks.posted, released), order, inBooks.posted);
  };
  const checked = await reconciled(context, order, batch, read.value);
  if (!checked.ok) return stopAt(context, batch, order, checked.failure);
  const { inBooks, inTheWay } = checked.value;
  const copies = await lookAgain(context, { orderId: order.id, orderName: order.name, closedThrough: books.company.closedThrough }, inBooks);
  if (!copies.ok) return stopAt(context, batch, order, copies.failure);
  const entries = [...timeline, ...checked.value.timeline];
  const decision = decided(inBooks);
  if (decision.treatment.kind !== "sync" && stillUnknown(inBooks.open, () => false)) {
    await record(context, batch.startedAt, { ...nothingDone(order, batch), ...stateAfter(order, MAY_STILL_COME), decision });
    return MAY_STILL_COME;
  }
  if (decision.treatment.kind !== "sync") {
    const { kind, sentence } = decision.treatment;
    const told = kind === "skip" ? ({ state: "skipped", reason: sentence } as const) : ({ state: "held", reason: `${sentence} Look at it, then press Approve and send.` } as const);
    await record(context, batch.startedAt, { ...nothingDone(order, batch), decision, ...told });
    return null;
  }

  const kept = withKeptBundles(await withKeptItems(context, books, salesAsKept(order, decision, inBooks.posted)), inBooks.posted);
  const underway = inBooks.open.filter(({ op, state }) => op === "create" && state !== "intended");
  const planned = plan({ shop, order, decision, books: kept, settings, existing: inBooks.posted, undone: inBooks.undone, underway });
  const wish = batch.wishes.get(order.id);
  // What a person found may be of the form that the mode would not choose: an invoice in place of a receipt, or the other way round.
  const linkable = wish?.kind === "link" ? [...planned.documents, ...possibleDocuments({ shop, order, decision, books: kept, settings, existing: inBooks.posted, undone: inBooks.undone })] : [];
  const linked = await linkFound(context, { order: planned.order, books, settings, planned: linkable, inBooks, wish });
  // A document that is the order's now changes what is left to do.
  if (linked.ok && linked.value) return processOrder(context, { ...batch, wishes: new Map() }, order, due, [...entries, linked.value]);
  const execution: Execution = {
    order: planned.order, books: kept, customerId: "", items: new Map(), known: knownDocuments(inBooks), before: new Set(inBooks.posted.map(({ postingId }) => postingId)), editedByHand: editedByHand(inBooks), salesOrders: batch.salesOrders, open: inBooks.open, revisions: new Map(inBooks.revisions), asPlanned: new Set(), timeline: [...entries], issues: [], unfinished: false,
  };
  const difference = diff({ planned: planned.documents, posted: inBooks.posted, undone: inBooks.undone, askedByPerson: due.origin === "person" });
  const obstructed = obstacleOf(planned.issues, linked, inTheWay);
  const held = obstructed === null ? heldInBooks(decision, released) : null;
  if (held && (difference.operations.length > 0 || planned.removals.some((ref) => execution.known.has(refKey(ref))))) {
    const issue = orderHeldInBooks(order.name, held.because.name, waitingIn(difference.operations, planned.removals));
    const proof = prove(planned.order, decision, inTheBooks(execution, planned), planned.givenBack);
    await record(context, batch.startedAt, { ...nothingDone(order, batch), decision: { ...decision, treatment: held }, plan: planned, proof, issues: [issue], timeline: execution.timeline, state: "held", reason: issue.sentence });
    return { kind: "needs_input", issue };
  }
  // What no money came for leaves the invoice first: a credit memo has room on it then.
  const unpaid = planned.removals.filter(({ kind }) => kind === "payment");
  const stays = obstructed ? null : await takeBack(context, execution, unpaid, inBooks.posted);
  // One that a person has to free keeps nothing else from being booked.
  const carried = obstructed ?? (stays === null || stays.kind === "needs_input" ? await carryOut(context, execution, settings, difference.operations, inBooks.posted) : null);
  const others = planned.removals.filter(({ kind }) => kind !== "payment");
  const fault: Fault | null = obstructed ?? stays ?? carried ?? (await takeBack(context, execution, others, inBooks.posted)) ?? openEnd(execution) ?? firstOf([...copies.value, ...planned.waits]);
  const heldBack: Issue[] = difference.heldBack.map((ref) => goneFromQuickBooks(order.name, KIND_WORDS[ref.kind]));

  const totals = standingIssues(order.name, planned.documents, asHeldNow(inBooks.posted, execution));
  const issues = distinct([...planned.issues, ...planned.notices, ...planned.waits, ...copies.value, ...(batch.wishes.get(order.id)?.refusal ?? []), ...heldBack, ...execution.issues, ...totals, ...(fault ? issuesOf(order, fault) : [])]);
  if (!fault && planned.documents.length === 0) {
    await record(context, batch.startedAt, { ...nothingDone(order, batch), decision, plan: planned, timeline: execution.timeline, state: "skipped", reason: nothingToMake(order, decision) });
    return null;
  }
  const told = fault || execution.timeline.length === entries.length ? execution.timeline : [...passing(decision, batch.wishes.get(order.id)), ...execution.timeline];
  const outcome = fault ? stateAfter(order, fault) : { state: issues.length > 0 ? "attention" : "posted", reason: issues[0]?.sentence ?? null } as const;
  await record(context, batch.startedAt, {
    ...nothingDone(order, batch), ...outcome, decision, plan: planned, issues, timeline: told,
    proof: prove(planned.order, decision, inTheBooks(execution, planned), planned.givenBack),
  });
  return fault;
}

/** A person pressed Resync for this very order; a run over many is no look at this one, and takes no such press away (decisions 050, 063). */
const letsPass = (wish: Wish | undefined): boolean => wish?.kind === "resync" && wish.state === "asked";

/** Whose look it was, and when, that the order, or what changed in the books, passed the rule that holds it. */
const passing = ({ passed }: Decision, wish: Wish | undefined): TimelineEntry[] =>
  wish && letsPass(wish) && passed?.kind === "hold" ? [{ at: wish.askedAt, kind: "hold_passed", data: { rule: passed.because.name, by: wish.askedBy } }] : [];

/** A rule holds an order that is in the books: what would change there waits until a person resyncs this order or changes the rule (decision 050). */
const heldInBooks = ({ passed, released }: Decision, releasedNow: boolean): Decision["passed"] | null =>
  passed?.kind === "hold" && released === undefined && !releasedNow ? passed : null;

const waitingIn = (operations: readonly Operation[], removals: readonly DocumentRef[]): string[] =>
  [...new Set([...operations.map(({ document }) => document), ...removals].map(({ kind }) => KIND_WORDS[kind]))];

/** Its books could not be looked at: what is known of them stays. */
export async function stopAt({ repositories, clock }: DrainContext, { startedAt }: Pick<Batch, "startedAt">, order: Order, fault: Fault): Promise<Fault> {
  await repositories.orders.recordStopped(order, stopped(order, fault), clock.now(), startedAt);
  return fault;
}

/** Why nothing may be sent for the order now. What a person wanted linked and differs says more than that somebody else's document is in the way. */
function obstacleOf([planned]: readonly Issue[], linked: Result<TimelineEntry | null, Fault>, inTheWay: Issue | null): Fault | null {
  if (planned) return { kind: "needs_input", issue: planned };
  if (!linked.ok) return linked.failure;
  return inTheWay && { kind: "needs_input", issue: inTheWay };
}

const firstOf = ([issue]: readonly Issue[]): Fault | null => issue ? { kind: "needs_input", issue } : null;

/** Until a person asks again, what was taken away counts: it must not come back in another form (law 6). */
const shapingOf = ({ posted, open, undone }: OrderBooks, { origin }: DueOrder): { kind: DocumentKind }[] =>
  [...posted, ...open.filter(({ op, state }) => op === "create" && state !== "intended"), ...(origin === "person" ? [] : undone)];

const MAY_STILL_COME: Fault = { kind: "unknown", detail: "a document that was sent may still turn up in the books" };

/** Everything went out, but something of an earlier run is still open. */
function openEnd({ open, known, unfinished }: Execution): Fault | null {
  if (stillUnknown(open, (ref) => known.has(refKey(ref)))) return MAY_STILL_COME;
  return unfinished ? { kind: "transient", detail: "a document went out as it was before; its change follows" } : null;
}

/** What of the plan is in the books, at the totals that the books give it, and the payments that should have left them and still stand there. */
const inTheBooks = ({ known }: Execution, { documents, removals }: Plan): ProvenDocument[] => [
  ...documents.flatMap((document) => {
    const held = known.get(refKey(document));
    return held ? [provenOf(document, held.total)] : [];
  }),
  ...removals.flatMap((ref) => {
    const held = ref.kind === "payment" ? known.get(refKey(ref)) : undefined;
    return held ? [{ kind: ref.kind, total: held.total, cards: zero(held.total.currency) }] : [];
  }),
];

/** What this run corrected is no difference any more, and what turned out to be gone is told as that. */
const asHeldNow = (posted: readonly PostedDocument[], { known }: Execution): PostedDocument[] =>
  posted.flatMap((document) => {
    const held = known.get(refKey(document));
    return held ? [{ ...document, total: held.total }] : [];
  });

const distinct = (issues: readonly Issue[]): Issue[] => [...new Map(issues.map((issue) => [`${issue.code}/${issue.cause}`, issue])).values()];

/** An order for which nothing is to be made yet says who decided so. */
function nothingToMake({ status }: Order, { documents }: Decision): string {
  if (status === "cancelled") return "Nothing to book: the order was cancelled before it was sold or paid.";
  if (awaitsPayment(documents.sales_receipt)) return "No document yet: its sales receipt is made once the order is fully paid.";
  const rule = Object.values(documents).find(({ because }) => because.by === "rule")?.because.name;
  return rule === undefined ? "No document yet: your mode makes none for this order so far." : `No document yet: your rule "${rule}".`;
}

async function carryOut(context: DrainContext, execution: Execution, { options }: Settings, operations: ReturnType<typeof diff>["operations"], posted: readonly PostedDocument[]): Promise<Fault | null> {
  if (operations.length === 0) return null;
  const customer = await ensureCustomer(context, execution.order, { books: execution.books, options, posted });
  if (!customer.ok) return customer.failure;
  const items = await ensureItems(context, operations.map((operation) => operation.document), execution.books);
  if (!items.ok) return items.failure;
  execution.customerId = customer.value;
  execution.items = items.value;
  return (await execute(context, execution, operations))?.fault ?? null;
}

/** Our record of the order's documents, without an unknown among them; for a person's resync also held against the books. */
async function orderBooks(context: DrainContext, orderId: string, askedByPerson: boolean): Promise<Result<OrderBooks, Fault>> {
  const load = (): Promise<OrderBooks> => loadBooks(context, orderId);
  const first = await load();
  const resolved = await resolveUnknown(context, first);
  if (!resolved.ok) return resolved;
  const settled = resolved.value.changed ? await load() : first;
  if (!askedByPerson) return success(settled);
  const verified = await verifyPosted(context, settled);
  if (!verified.ok) return verified;
  return success(verified.value.changed ? await load() : settled);
}

async function loadBooks({ repositories }: DrainContext, orderId: string): Promise<OrderBooks> {
  return (await repositories.postings.forOrders([orderId])).get(orderId) ?? { posted: [], undone: [], open: [], maybeTwice: [], revisions: new Map() };
}

/** For an order whose record is in doubt: the record after what was found in the books was taken over, and what of somebody else's is in its way. */
async function reconciled(
  context: DrainContext, order: Order, { lookedFor, settings }: Batch, inBooks: OrderBooks,
): Promise<Result<Reconciled & { inBooks: OrderBooks }, Fault>> {
  const looked = lookedFor.get(order.id);
  if (!looked) return success({ inBooks, inTheWay: null, timeline: [] });
  // A rule may hold the invoice back today: whoever booked the order by hand has made it all the same.
  const byMode = modeVerdicts(settings);
  // Whichever form somebody else chose, it holds the same income.
  const sells = byMode.invoice.create || byMode.sales_receipt.create;
  const found = await reconcile(context, order, looked, inBooks, ({ kind }) => (kind === "invoice" || kind === "sales_receipt" ? sells : byMode[kind].create));
  return found.ok ? success({ ...found.value, inBooks: await loadBooks(context, order.id) }) : found;
}

const nothingDone = (order: Order, { versions }: Batch) =>
  ({ order, decision: null, plan: null, proof: null, issues: [] as Issue[], timeline: [], versions, state: "waiting" as OrderState, reason: null as string | null });
