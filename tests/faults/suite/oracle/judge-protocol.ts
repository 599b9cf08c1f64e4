/** How the app spoke to QuickBooks: every write under a key, a key always with the same body (R3), and a lost write looked for before it goes out again (law 5). */
import type { LoggedRequest } from "#sandbox/quickbooks/company/state.ts";
import { isObject } from "#sandbox/quickbooks/wire/json.ts";
import type { Violation } from "./evidence.ts";

export function judgeProtocol(tenant: string, requests: readonly LoggedRequest[]): Violation[] {
  const violations: Violation[] = [];
  const bodies = new Map<string, string>();
  const lost = new Map<string, number>();
  for (const [index, request] of requests.entries()) {
    if (request.method !== "POST") continue;
    const key = request.query["requestid"];
    const what = `company of shop ${tenant}: ${request.method} ${request.path} at ${request.at}`;
    if (key === undefined) {
      violations.push({ invariant: "key", detail: `${what} has no request id` });
      continue;
    }
    const body = JSON.stringify(request.body);
    if ((bodies.get(key) ?? body) !== body) violations.push({ invariant: "key", detail: `${what} carries another body under a key that was used before` });
    bodies.set(key, body);
    if (BY_NAME.includes(request.path) || (isObject(request.body) && request.body["Id"] !== undefined)) continue;
    const lostAt = lost.get(key);
    if (lostAt !== undefined && !lookedFor(requests.slice(lostAt + 1, index), request.path)) {
      violations.push({ invariant: "blind", detail: `${what} goes out again though nobody looked whether the lost one had arrived` });
    }
    if (isLost(request)) lost.set(key, index);
    else lost.delete(key);
  }
  return violations;
}

/** A name is taken only once: QuickBooks itself refuses the second one. */
const BY_NAME = ["/customer", "/item"];

const isLost = ({ status }: LoggedRequest): boolean => status === 0 || status === 408 || status >= 500;

const lookedFor = (between: readonly LoggedRequest[], path: string): boolean =>
  between.some(({ method, query, status }) => method === "GET" && status === 200 && (query["query"] ?? "").toLowerCase().includes(` from ${path.slice(1)} `));
