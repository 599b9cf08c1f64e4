/** One client for one QuickBooks company: paced, with a deadline, a token that is renewed once, and typed faults. It never repeats a write whose outcome is open. */
import { setTimeout as sleep } from "node:timers/promises";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { type Answer, type CallContext, settle, unreadable } from "../faults.ts";
import { DEADLINE_MS, QUERY_MAX_PAGES, QUERY_PAGE_ROWS } from "../limits.ts";
import type { Pacing } from "../pacing.ts";
import { type Condition, selectStatement } from "../query.ts";
import { readRows } from "../wire-schemas.ts";
import type { Exchange } from "./exchange.ts";
import { exchange } from "./observed-axios.ts";
import {
  companyInfoCall, createCall, deleteCall, preferencesCall, queryCall, readCall, type ReadEntity, updateCall, type VendorCall, voidCall, type VoidableEntity, type WireBody, type WriteEntity,
} from "./vendor-calls.ts";

/** One line per HTTP call, free of tokens, bodies and queries (both may hold personal data). */
export type CallRecord = {
  call: string;
  status: number | null;
  /** Intuit's `intuit_tid`. */
  transactionId: string | null;
  durationMs: number;
  outcome: "ok" | Fault["kind"];
};

export type ClientOptions = {
  realmId: string;
  apiOrigin: string;
  /** The current access token; given one that QuickBooks just rejected, a newer one or why there is none. */
  accessToken: (rejected: string | null) => Promise<Result<string, Fault>>;
  pacing: Pacing;
  log: (record: CallRecord) => void;
  deadlineMs?: number;
  /** How the pace is waited for. Real time, since Intuit counts in it; a test on a virtual clock waits there. */
  wait?: (ms: number) => Promise<void>;
};

export type QuickBooksClient = {
  create(entity: WriteEntity, body: WireBody, requestId: string, subject: string): Promise<Result<Answer, Fault>>;
  /** `body` holds `Id` and `SyncToken`. */
  update(entity: WriteEntity, body: WireBody, requestId: string, subject: string): Promise<Result<Answer, Fault>>;
  /** `body` holds `Id` and `SyncToken`. */
  delete(entity: ReadEntity, body: WireBody, requestId: string, subject: string): Promise<Result<Answer, Fault>>;
  void(entity: VoidableEntity, body: WireBody, requestId: string, subject: string): Promise<Result<Answer, Fault>>;
  read(entity: ReadEntity, id: string): Promise<Result<Answer, Fault>>;
  companyInfo(): Promise<Result<Answer, Fault>>;
  preferences(): Promise<Result<Answer, Fault>>;
  /** Every row of every page for which all conditions hold. */
  query(entity: string, conditions: readonly Condition[]): Promise<Result<unknown[], Fault>>;
};

export function createQuickBooksClient(options: ClientOptions): QuickBooksClient {
  const { pacing, log, deadlineMs = DEADLINE_MS, wait = (ms) => sleep(ms) } = options;
  const company = { apiOrigin: options.apiOrigin, realmId: encodeURIComponent(options.realmId) };

  async function perform(context: CallContext, call: VendorCall): Promise<Result<Answer, Fault>> {
    const token = await options.accessToken(null);
    if (!token.ok) return token;
    const first = await once(context, call, token.value);
    if (first.seen?.kind !== "answered" || first.seen.status !== 401) return first.result;
    // QuickBooks refused the token before it looked at the request, so sending it again cannot do anything twice.
    const renewed = await options.accessToken(token.value);
    if (!renewed.ok) return renewed;
    return (await once(context, call, renewed.value)).result;
  }

  async function once(context: CallContext, call: VendorCall, token: string): Promise<{ seen: Exchange | null; result: Result<Answer, Fault> }> {
    const pausedForMs = pacing.pausedForMs();
    if (pausedForMs > 0) return { seen: null, result: failure({ kind: "throttled", retryAfterMs: Math.ceil(pausedForMs) }) };
    const waitMs = pacing.reserve();
    if (waitMs > 0) await wait(waitMs);

    const startedAt = performance.now();
    const seen = await exchange(deadlineMs, () => call(token));
    pacing.answered();
    const result = settle(seen, context);
    if (!result.ok && result.failure.kind === "throttled") pacing.throttled(result.failure.retryAfterMs);
    const answered = seen?.kind === "answered" ? seen : null;
    log({
      call: context.call,
      status: answered?.status ?? null,
      transactionId: answered?.transactionId ?? null,
      durationMs: Math.round(performance.now() - startedAt),
      outcome: result.ok ? "ok" : result.failure.kind,
    });
    return { seen, result };
  }

  const path = (entity: string): string => `/${entity.toLowerCase()}`;
  const reading = (call: string): CallContext => ({ effect: "read", call, subject: call });

  return {
    create: (entity, body, requestId, subject) =>
      perform({ effect: "write", call: `POST ${path(entity)}`, subject }, createCall(company, entity, body, requestId)),
    update: (entity, body, requestId, subject) =>
      perform({ effect: "write", call: `POST ${path(entity)}?operation=update`, subject }, updateCall(company, entity, body, requestId)),
    delete: (entity, body, requestId, subject) =>
      perform({ effect: "write", call: `POST ${path(entity)}?operation=delete`, subject }, deleteCall(company, entity, body, requestId)),
    void: (entity, body, requestId, subject) =>
      perform({ effect: "write", call: `POST ${path(entity)}?operation=void`, subject }, voidCall(company, entity, body, requestId)),
    read: (entity, id) => perform(reading(`GET ${path(entity)}/${id}`), readCall(company, entity, id)),
    companyInfo: () => perform(reading("GET /companyinfo"), companyInfoCall(company)),
    preferences: () => perform(reading("GET /preferences"), preferencesCall(company)),
    async query(entity, conditions) {
      const context = reading(`GET /query ${entity}`);
      const rows: unknown[] = [];
      for (let page = 0; page < QUERY_MAX_PAGES; page += 1) {
        const answer = await perform(context, queryCall(company, selectStatement(entity, conditions, page), deadlineMs));
        if (!answer.ok) return answer;
        const found = readRows(entity, answer.value.body);
        if (!found) return failure(unreadable(context));
        rows.push(...found);
        if (found.length < QUERY_PAGE_ROWS) return success(rows);
      }
      return failure({ kind: "defect", detail: `${context.call} has more than ${QUERY_MAX_PAGES} pages` });
    },
  };
}
