/** The pipeline's order finder, answered by Shopify: pages for short spans, a bulk operation for long ones. One of these per run: its patience is one run's step. */
import { z } from "zod";
import { failure, success, type Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { type FoundOrder, type FoundPage, type History, NAMES_PER_CALL, type OrderFinder, type PlacedSpan } from "#app/pipeline/ports/order-finder.ts";
import type { GraphqlRequest } from "../orders/graphql-answer.ts";
import { patientCall, type Wait } from "../orders/patient-call.ts";
import { foundOrderSchema } from "./found-order.ts";
import { matchNames, type NameFormat, searchForNames } from "./named-orders.ts";
import { FIND_ORDERS, GRANTED_SCOPES, HISTORY, historyDocument, NAME_FORMAT, START_HISTORY, STOP_HISTORY } from "./query.ts";
import { readHistory } from "./read-history.ts";

/** Without `read_all_orders` an app sees this many days (https://shopify.dev/docs/api/usage/access-scopes#orders-permissions). */
const DAYS_WITHOUT_ALL_ORDERS = 60;
/** Milliseconds until a place among the five bulk operations may be free. */
const NO_PLACE_MS = 60_000;

const pageSchema = z.object({ orders: z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }), nodes: z.array(foundOrderSchema) }) });
const formatSchema = z.object({ shop: z.object({ orderNumberFormatPrefix: z.string(), orderNumberFormatSuffix: z.string() }) });
const scopesSchema = z.object({ currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }) });
const userErrors = z.array(z.object({ code: z.string().nullish(), message: z.string() }));
const startSchema = z.object({ bulkOperationRunQuery: z.object({ bulkOperation: z.object({ id: z.string() }).nullable(), userErrors }) });
const stopSchema = z.object({ bulkOperationCancel: z.object({ userErrors }) });
const historySchema = z.object({
  bulkOperation: z
    .object({
      status: z.enum(["CREATED", "RUNNING", "COMPLETED", "CANCELING", "CANCELED", "FAILED", "EXPIRED"]),
      errorCode: z.string().nullable(),
      objectCount: z.coerce.number().int().nonnegative(),
      url: z.url({ protocol: /^https?$/ }).nullable(),
    })
    .nullable(),
});

export function createOrderFinder({ graphql, wait }: { graphql: GraphqlRequest; wait: Wait }): OrderFinder {
  const patient = patientCall(graphql, wait);
  const call = async <Data>(query: string, variables: Record<string, unknown>, schema: z.ZodType<Data>): Promise<Result<Data, Fault>> => {
    const answer = await patient(query, variables, schema);
    if (answer.ok) return answer;
    return failure(answer.failure.kind === "too_expensive" ? { kind: "defect", detail: "Shopify: finding orders costs more than a query may" } : answer.failure);
  };
  const page = async (query: string, after: string | null): Promise<Result<FoundPage, Fault>> => {
    const answer = await call(FIND_ORDERS, { query, after }, pageSchema);
    if (!answer.ok) return answer;
    const { nodes, pageInfo } = answer.value.orders;
    return success({ orders: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null });
  };
  const allOf = async (query: string): Promise<Result<FoundOrder[], Fault>> => {
    const orders: FoundOrder[] = [];
    let after: string | null = null;
    do {
      const answer: Result<FoundPage, Fault> = await page(query, after);
      if (!answer.ok) return answer;
      orders.push(...answer.value.orders);
      after = answer.value.next;
    } while (after !== null);
    return success(orders);
  };
  /** Read once: a merchant who changes it meanwhile starts the next run with the new one. */
  let known: NameFormat | null = null;
  const nameFormat = async (): Promise<Result<NameFormat, Fault>> => {
    if (known) return success(known);
    const answer = await call(NAME_FORMAT, {}, formatSchema);
    if (!answer.ok) return answer;
    known = { prefix: answer.value.shop.orderNumberFormatPrefix, suffix: answer.value.shop.orderNumberFormatSuffix };
    return success(known);
  };

  return {
    placedBetween: (span, after) => page(searchFor(span), after),
    async named(names) {
      if (names.length > NAMES_PER_CALL) return failure({ kind: "defect", detail: `at most ${NAMES_PER_CALL} order names can be asked for at once` });
      const format = await nameFormat();
      if (!format.ok) return format;
      const search = searchForNames(names, format.value);
      const orders = search === undefined ? success([]) : await allOf(search);
      return orders.ok ? matchNames(names, orders.value, format.value) : orders;
    },
    async startHistory(span) {
      const answer = await call(START_HISTORY, { query: historyDocument(searchFor(span)) }, startSchema);
      if (!answer.ok) return answer;
      const { bulkOperation, userErrors: errors } = answer.value.bulkOperationRunQuery;
      if (bulkOperation && errors.length === 0) return success(bulkOperation.id);
      if (errors.some(({ code }) => code === "LIMIT_REACHED" || code === "OPERATION_IN_PROGRESS")) return failure({ kind: "throttled", retryAfterMs: NO_PLACE_MS });
      return failure({ kind: "defect", detail: `Shopify: ${errors[0]?.message ?? "no history was started"}` });
    },
    async history(id) {
      const answer = await call(HISTORY, { id }, historySchema);
      return answer.ok ? success(historyOf(answer.value.bulkOperation)) : answer;
    },
    async stopHistory(id) {
      const answer = await call(STOP_HISTORY, { id }, stopSchema);
      if (!answer.ok) return answer;
      const [error] = answer.value.bulkOperationCancel.userErrors;
      return error ? failure({ kind: "rejected", code: error.code ?? "", message: error.message, transactionId: null }) : success(null);
    },
    async visibleSince(now) {
      const answer = await call(GRANTED_SCOPES, {}, scopesSchema);
      if (!answer.ok) return answer;
      const all = answer.value.currentAppInstallation.accessScopes.some(({ handle }) => handle === "read_all_orders");
      return success(all ? null : now.subtract({ hours: DAYS_WITHOUT_ALL_ORDERS * 24 }));
    },
  };
}

/** Whole seconds, which is all Shopify keeps of an order's times: rounding both ends up keeps the span the same on them. */
function searchFor({ from, until }: PlacedSpan): string {
  const seconds = (end: PlacedSpan["from"]): string => end.toString({ smallestUnit: "second", roundingMode: "ceil" });
  return `created_at:>='${seconds(from)}' AND created_at:<'${seconds(until)}'`;
}

function historyOf(operation: z.infer<typeof historySchema>["bulkOperation"]): History {
  if (!operation) return { kind: "expired", reason: "Shopify no longer knows this list of orders. Start it again." };
  const { status, objectCount: objects, url, errorCode } = operation;
  switch (status) {
    case "CREATED":
    case "RUNNING":
      return { kind: "running", objects };
    case "COMPLETED":
      return { kind: "done", objects, orders: () => readHistory(url, objects) };
    case "CANCELING":
    case "CANCELED":
      return { kind: "stopped" };
    case "EXPIRED":
      return { kind: "expired", reason: "Shopify keeps a list of orders for seven days, and this one is older. Start it again." };
    case "FAILED":
      return { kind: "failed", reason: errorCode === "ACCESS_DENIED" ? "Shopify does not let the app read these orders." : "Shopify could not finish the list of orders. Start it again." };
  }
}
