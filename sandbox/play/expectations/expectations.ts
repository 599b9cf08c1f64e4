/** Checks one `expect` step against what is there now; every part that does not hold is told. */
import { type LoggedRequest, type ResultOrder, sameOrderName, type TrialBalanceRow } from "../result/result.ts";
import type { ExpectStep } from "../script/expect-step.ts";
import { documentFailures } from "./documents.ts";
import { trialBalanceFailures } from "./trial-balance.ts";

export type Found = { orders: readonly ResultOrder[]; trialBalance: readonly TrialBalanceRow[]; requests: readonly LoggedRequest[] };

export function expectationFailures(step: ExpectStep, found: Found): string[] {
  const failures: string[] = [];
  const order = step.order === undefined ? undefined : found.orders.findLast(({ name }) => sameOrderName(name, step.order ?? ""));
  if (step.order !== undefined && order === undefined) failures.push(`there is no order ${step.order}`);
  if (order !== undefined) {
    if (step.documents !== undefined) failures.push(...documentFailures(step.documents, order.documents).map((text) => `${order.name}: ${text}`));
    if (step.state !== undefined && step.state !== order.state) failures.push(`${order.name} is ${stateText(order)}, expected ${step.state}`);
  }
  if (step.trialBalance !== undefined) failures.push(...trialBalanceFailures(step.trialBalance, found.trialBalance, step.only ?? false));
  if (step.issues !== undefined) failures.push(...issueFailures(step.issues, order === undefined ? found.orders : [order]));
  if (step.requests !== undefined) failures.push(...requestFailures(step.requests, found.requests));
  return failures;
}

const stateText = ({ state, reason }: ResultOrder): string => (reason === undefined ? state : `${state} (${reason})`);

function issueFailures(expected: readonly string[], orders: readonly ResultOrder[]): string[] {
  const found = [...new Set(orders.flatMap((order) => order.issues.map((issue) => issue.code)))].sort();
  const wanted = [...new Set(expected)].sort();
  return found.join() === wanted.join() ? [] : [`issues are [${found.join(", ")}], expected [${wanted.join(", ")}]`];
}

/** Counted from the beginning of the story. */
function requestFailures(expected: NonNullable<ExpectStep["requests"]>, requests: readonly LoggedRequest[]): string[] {
  const { method, path, count } = expected;
  const matching = requests.filter((request) => (method === undefined || request.method === method) && (path === undefined || request.path === path));
  if (matching.length === count) return [];
  return [`${matching.length} requests ${method ?? "of any method"} ${path ?? "to any path"}, expected ${count}`];
}
