/**
 * The edge of one company: token checked before, then limits, planned faults, request ids, the unit of work and the log.
 * Everything a network can do to a request happens here and nowhere deeper.
 */
import { Temporal } from "temporal-polyfill";
import type { Gate } from "../../faults/gate.ts";
import { throughFault } from "../../faults/through-fault.ts";
import type { HttpAnswer, HttpReply } from "../../http/server.ts";
import { inTransaction } from "../company/state.ts";
import type { Books, CompanyState } from "../company/state.ts";
import { QuickBooksFault, faultBody } from "../wire/fault.ts";
import { logRequest } from "./request-log.ts";
import { faultInside200, plannedReply, throttledReply } from "./failure-replies.ts";
import { faultOnRequest } from "./planned-faults.ts";
import type { PlannedFault, StruckFault } from "./planned-faults.ts";
import { rememberAnswer, rememberedAnswer, requireRequestIdLength } from "./request-ids.ts";
import type { Answer } from "./request-ids.ts";
import { answerRequest } from "./routes.ts";
import type { ApiRequest } from "./routes.ts";
import type { Throttle } from "./throttle.ts";

/** A company with what is not kept over a restart: its limits, the requests that hang, and which faults have struck. */
export type Company = { state: CompanyState; throttle: Throttle; gate: Gate; struck: StruckFault[] };

/** Answers one authenticated request as the service, or the network on a bad day, would. */
export async function answerAtBoundary(company: Company, request: ApiRequest, now: () => Temporal.Instant): Promise<HttpReply> {
  const started = performance.now();
  const reply = await reached(company, request, now);
  logRequest(company.state, request, reply, { at: now(), durationMs: performance.now() - started });
  return reply;
}

async function reached(company: Company, request: ApiRequest, now: () => Temporal.Instant): Promise<HttpReply> {
  commitLate(company.state, now());
  const isBatch = request.path === "/batch";
  // Counted without throttling, too: a test may ask how many requests were too many.
  if (!company.throttle.admit(isBatch) && company.state.switches.throttling) {
    return throttledReply(company.state.switches, now());
  }
  const fault = faultOnRequest(company.state.faults, { method: request.method, path: request.path, query: request.query.get("query") ?? "", body: request.body });
  if (!fault) return toReply(perform(company.state, request, now()));
  company.struck.push({ do: fault.do, method: request.method, path: request.path });
  return answerWithFault(company, request, fault, now);
}

/** Executes what `lateCommit` held back and whose time has come; also before books are read from outside. */
export function commitLate(state: CompanyState, now: Temporal.Instant): void {
  const due = state.lateCommits.filter(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0);
  state.lateCommits = state.lateCommits.filter((entry) => !due.includes(entry));
  for (const { method, path, query, body } of due) {
    perform(state, { method, path, query: new URLSearchParams(query), body }, now);
  }
}

async function answerWithFault({ state, gate }: Company, request: ApiRequest, fault: PlannedFault, now: () => Temporal.Instant): Promise<HttpReply> {
  const answered = (): HttpAnswer => toReply(perform(state, request, now()));
  switch (fault.do) {
    case "lateCommit": {
      const { method, path, body } = request;
      const at = now().add({ milliseconds: fault.ms ?? 0 }).toString();
      state.lateCommits.push({ at, method, path, query: request.query.toString(), body });
      return fault.status === undefined ? "drop" : plannedReply(fault, now());
    }
    case "faultInside200":
      if (fault.commits) answered();
      return faultInside200(fault, now());
    default:
      return throughFault({ ...fault, do: fault.do }, { perform: answered, refuse: () => plannedReply(fault, now()), gate });
  }
}

/** The request itself: all of it or nothing, and the remembered answer when its id was seen before. */
function perform(state: CompanyState, request: ApiRequest, now: Temporal.Instant): Answer {
  try {
    const work = (books: Books): Answer => {
      const requestId = request.method === "POST" ? request.query.get("requestid") : null;
      if (!requestId) return { status: 200, body: JSON.stringify(answerRequest(books, request)) };
      requireRequestIdLength(requestId, request.path === "/batch");
      const remembered = rememberedAnswer(books, requestId);
      if (remembered) return remembered;
      const answer = { status: 200, body: JSON.stringify(answerRequest(books, request)) };
      rememberAnswer(books, requestId, answer);
      return answer;
    };
    return inTransaction(state, now, work, "app");
  } catch (error) {
    if (error instanceof QuickBooksFault) return { status: error.status, body: JSON.stringify(faultBody(error, now)) };
    throw error;
  }
}

function toReply({ status, body }: Answer): HttpAnswer {
  return { status, headers: { "content-type": "application/json;charset=utf-8" }, body };
}
