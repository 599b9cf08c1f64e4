/**
 * The edge of one company: token checked before, then limits, planned faults, request ids, the unit of work and the log.
 * Everything a network can do to a request happens here and nowhere deeper.
 */
import { setTimeout as wait } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { HttpAnswer, HttpReply } from "../../http/server.ts";
import { inTransaction } from "../company/state.ts";
import type { Books, CompanyState } from "../company/state.ts";
import { QuickBooksFault, faultBody } from "../wire/fault.ts";
import { logRequest } from "./request-log.ts";
import { plannedReply, throttledReply } from "./failure-replies.ts";
import { strikingFault } from "./planned-faults.ts";
import type { PlannedFault } from "./planned-faults.ts";
import { rememberAnswer, rememberedAnswer, requireRequestIdLength } from "./request-ids.ts";
import type { Answer } from "./request-ids.ts";
import { answerRequest } from "./routes.ts";
import type { ApiRequest } from "./routes.ts";
import type { Throttle } from "./throttle.ts";

export type Company = { state: CompanyState; throttle: Throttle };

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
  if (company.state.switches.throttling && !company.throttle.admit(isBatch)) {
    return throttledReply(company.state.switches, now());
  }
  const fault = strikingFault(company.state.faults, request.method, request.path);
  return fault ? await answerWithFault(company.state, request, fault, now) : toReply(perform(company.state, request, now()));
}

/** Executes what `lateCommit` held back and whose time has come; also before books are read from outside. */
export function commitLate(state: CompanyState, now: Temporal.Instant): void {
  const due = state.lateCommits.filter(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0);
  state.lateCommits = state.lateCommits.filter((entry) => !due.includes(entry));
  for (const { method, path, query, body } of due) {
    perform(state, { method, path, query: new URLSearchParams(query), body }, now);
  }
}

async function answerWithFault(
  state: CompanyState,
  request: ApiRequest,
  fault: PlannedFault,
  now: () => Temporal.Instant,
): Promise<HttpReply> {
  switch (fault.do) {
    case "status":
      return plannedReply(fault, now());
    case "dropBefore":
      return "drop";
    case "delay":
      await wait(fault.ms ?? 0);
      return toReply(perform(state, request, now()));
    case "commitThenDrop":
      perform(state, request, now());
      return "drop";
    case "truncate": {
      const answer = perform(state, request, now());
      return { ...toReply(answer), truncateAt: Math.floor(answer.body.length / 2) };
    }
    case "lateCommit": {
      const { method, path, body } = request;
      const at = now().add({ milliseconds: fault.ms ?? 0 }).toString();
      state.lateCommits.push({ at, method, path, query: request.query.toString(), body });
      return fault.status === undefined ? "drop" : plannedReply(fault, now());
    }
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
