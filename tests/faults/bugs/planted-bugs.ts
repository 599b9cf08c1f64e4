/** Mistakes that somebody could make in the app, as patches of its source. The fault suite must find every one. A patch whose snippet is gone is itself an error. */

/** `snippet` must stand exactly once in `file` (from the project's root). */
export type Patch = { file: string; snippet: string; replacement: string };
export type PlantedBug = { name: string; says: string; patches: readonly Patch[] };

const bug = (name: string, says: string, ...patches: Patch[]): PlantedBug => ({ name, says, patches });
const patch = (file: string, snippet: string, replacement: string): Patch => ({ file, snippet, replacement });

const QUICKBOOKS = "app/ledgers/quickbooks-online";
const STAGES = "app/pipeline/stages";
const REPOSITORIES = "app/database/repositories";

export const PLANTED_BUGS: readonly PlantedBug[] = [
  bug("no-request-id", "creates go out without a request id",
    patch(`${QUICKBOOKS}/client/vendor-calls.ts`, "quickBooks[`create${entity}`]({ ...body, requestId }, done)", "quickBooks[`create${entity}`]({ ...body }, done)")),
  bug("done-before-commit", "an order counts as done before its documents are made",
    patch("app/pipeline/drain.ts", "const fault = await guarded(context, batch", "await context.repositories.due.finish(each);\n    const fault = await guarded(context, batch")),
  bug("blind-resend", "a write whose answer was lost goes out again without a look-up",
    patch(`${STAGES}/resolve-unknown.ts`, `if (operation.op !== "create") {`, "if (true) {"),
    patch(`${STAGES}/send.ts`, `return op === "create" ? foundOr(fault, await findOurs(context, lookUp)) : failure(fault);`, "return failure(fault);")),
  bug("no-refresh-lock", "two processes refresh one connection's tokens at once",
    patch("app/database/token-store.ts", "await withSessionLock(databaseUrl, `token-refresh/${connectionId}`, lockWaitMs, () => refreshAndStore(request, refresh))", "{ acquired: true, value: await refreshAndStore(request, refresh) }")),
  bug("time-out-is-failure", "a write without an answer counts as one that never happened",
    patch(`${QUICKBOOKS}/faults.ts`, `kind: effect === "read" ? "transient" : "unknown"`, `kind: "transient"`)),
  bug("float-money", "amounts pass through floating point",
    patch("app/domain/money/money.ts", "return money(currency, BigInt(sign + digits));", "return money(currency, BigInt(Math.trunc(Number(text) * 10 ** exponent)));")),
  bug("conflict-ignored", "a stale SyncToken is never read again",
    patch(`${STAGES}/send-fresh.ts`, `if (first.ok || first.failure.kind !== "conflict") return first;`, "return first;")),
  bug("adopts-anything", "a document found under the number is taken for ours without our marker",
    patch(`${STAGES}/find-ours.ts`, `document.status !== "voided" && document.memo.includes(lookUp.marker)`, `document.status !== "voided"`)),
  bug("stale-snapshot", "Shopify is asked about an order once and never again",
    patch("app/shopify/orders/graphql-client.ts", "    const body = JSON.stringify({ query, variables });", `    const body = JSON.stringify({ query, variables });
    const kept = (globalThis.keptAnswers ??= new Map());
    if (kept.has(shop + body)) return kept.get(shop + body);`),
    patch("app/shopify/orders/graphql-client.ts", "    if (!first.rejected) return first.result;", `    if (first.result.ok) kept.set(shop + body, first.result);
    if (!first.rejected) return first.result;`)),
  bug("finish-whatever-came", "finishing an order forgets a mark that came meanwhile",
    patch(`${REPOSITORIES}/due-orders.ts`, "due_orders.seq = ${seq} AND copies.until IS NULL`", "due_orders.seq >= ${seq} AND copies.until IS NULL`")),
  bug("recreates-deleted", "what a person deleted comes back by itself",
    patch("app/domain/plan/diff.ts", "new Set(askedByPerson ? [] : undone.filter(({ byOrder }) => !byOrder).map(refKey))", "new Set()")),
  bug("never-applies", "payments are never applied to the invoice",
    patch("app/domain/plan/plan-money.ts", "({ ...document, applications: of(document) })", "({ ...document, applications: [] })")),
  bug("wrong-account", "every payment goes to the default deposit account",
    patch("app/domain/documents/plan-context.ts", "(gateway === undefined ? undefined : options.depositAccounts[gateway]) ?? options.depositAccount", "options.depositAccount")),
  bug("settles-the-wrong-one", "a change goes to the first document of its kind",
    patch(`${STAGES}/execution.ts`, "return new Map(posted.map((document: PostedDocument) => [refKey(document), {", "return new Map(posted.map((document: PostedDocument) => [refKey({ kind: document.kind, part: posted.find(({ kind }) => kind === document.kind)?.part ?? document.part }), {")),
  bug("old-key-new-body", "a changed payload goes out under the old key",
    patch(`${STAGES}/send.ts`, "each.op === op && each.payloadHash === hash", "each.op === op"),
    patch(`${REPOSITORIES}/intend.ts`, "if (found.payloadHash !== intent.payloadHash) throw", "if (false) throw")),
  bug("fault-finishes", "an order that met a fault counts as done",
    patch("app/pipeline/drain.ts", "const retry = fault && retryAfter(fault, due.attempts);", "const retry = null;")),
  bug("retries-5xx-writes", "a write answered with 5xx is sent again at once",
    patch(`${QUICKBOOKS}/client/client.ts`, "    // QuickBooks refused the token before", "    if (first.seen.status >= 500) return (await once(context, call, token.value)).result;\n    // QuickBooks refused the token before"),
    patch(`${QUICKBOOKS}/client/client.ts`, `first.seen?.kind !== "answered" || first.seen.status !== 401`, `first.seen?.kind !== "answered" || (first.seen.status !== 401 && first.seen.status < 500)`)),
  bug("voided-is-live", "a voided document counts as being there",
    patch(`${STAGES}/verify-posted.ts`, `read.value.status !== "voided"`, "true")),
  bug("foreign-bindings", "customers and items are looked up across shops",
    patch(`${REPOSITORIES}/bindings.ts`, "WHERE shop_id = ${shopId} AND connection_id = ${connectionId} AND type = ${type} AND local_key = ANY(", "WHERE type = ${type} AND local_key = ANY(")),
  bug("no-pace", "calls to QuickBooks are not paced",
    patch(`${QUICKBOOKS}/client/client.ts`, "if (waitMs > 0) await wait(waitMs);", "")),
  bug("token-in-log", "the access token is logged with every call",
    patch(`${QUICKBOOKS}/client/client.ts`, "      call: context.call,\n", "      call: `${context.call} as ${token}`,\n")),
  bug("unmarked-webhook", "a webhook is stored and its order not marked due",
    patch("app/database/inbox.ts", "FROM event WHERE deliveries = 1 AND order_gid IS NOT NULL", "FROM event WHERE deliveries = 7 AND order_gid IS NOT NULL")),
  bug("sales-order-stays-open", "a sales order stays open after its invoice",
    patch(`${STAGES}/execute.ts`, `if (!isClosed) return sendFresh(context, execution, { op: "close", document, posted: null });`, "")),
  bug("edits-are-lost", "an order that was edited keeps its documents as they were",
    patch("app/domain/plan/diff.ts", `(changed("lines") || (changed("standing") && !closing && (!invoiced || reopened)))`, `(changed("standing") && !closing && (!invoiced || reopened))`),
    patch("app/domain/plan/diff.ts", `    case "customer_refund":\n      if (changed("lines"))`, `    case "customer_refund":\n      if (changed("standing"))`)),
  bug("new-token-unsaved", "a rotated refresh token is used and not stored",
    patch("app/database/token-store.ts", `      refreshTokenSealed: seal(request, "refresh_token_sealed", refreshed.refreshToken),\n      refreshExpiresAt`, "      refreshExpiresAt")),
  bug("unpaid-is-paid", "the rule \"mark as unpaid\" is not followed",
    patch("app/domain/decision/decide.ts", "payment: without(byMode.payment, slots.markAsUnpaid),", "payment: byMode.payment,")),
  bug("settings-forget", "a kind of document that settings stopped is forgotten where it exists",
    patch("app/domain/plan/plan.ts", "decision.documents[kind].create || existing.some((document) => document.kind === kind)", "decision.documents[kind].create")),
  bug("inbox-never-settles", "webhooks are never said to be applied",
    patch(`${REPOSITORIES}/inbox-settlement.ts`, "disposition IN ('received', 'parked') AND received_at <= ${settledBefore}", "disposition = 'never' AND received_at <= ${settledBefore}")),
];
