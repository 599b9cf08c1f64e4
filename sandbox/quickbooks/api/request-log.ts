/** The log of what reached a company, in order, for `play` and the tests. Must never hold a bearer token. */
import type { Temporal } from "temporal-polyfill";
import type { HttpReply } from "../../http/server.ts";
import type { CompanyState } from "../company/state.ts";
import type { Json } from "../wire/json.ts";
import type { ApiRequest } from "./routes.ts";

/** Intuit's 401 quotes the token (recorded: error-401-1). */
const QUOTED_TOKEN = /(Token [a-z]+: )[^"\\]+/g;

/** The business time of the answer and the real time it took. */
type Timing = { at: Temporal.Instant; durationMs: number };

export function logRequest(state: CompanyState, request: ApiRequest, reply: HttpReply, timing: Timing): void {
  const dropped = reply === "drop";
  state.requests.push({
    at: timing.at.toString(),
    durationMs: Math.round(timing.durationMs),
    method: request.method,
    path: request.path,
    query: Object.fromEntries(request.query),
    body: parsed(request.body),
    status: dropped ? 0 : reply.status,
    response: dropped ? null : parsed(reply.body.replace(QUOTED_TOKEN, "$1[token]")),
  });
}

/** JSON where it is JSON, else the text (queries, HTML of a gateway). */
function parsed(text: string): Json {
  if (text === "") return null;
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
