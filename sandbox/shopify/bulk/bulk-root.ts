/** The fields of query and mutation that are about bulk operations. */
import { randomUUID } from "node:crypto";
import type { PageArguments } from "../graphql/connection.ts";
import { connectionOf, encodeCursor } from "../graphql/connection.ts";
import type { View, ViewContext } from "../graphql/views/view-context.ts";
import { gid } from "../graphql/views/view-context.ts";
import { takeId } from "../state/shop-state.ts";
import type { BulkOperationRecord } from "./bulk-operation.ts";
import { advance, isOpen } from "./bulk-operation.ts";
import { BULK_RESULTS_PATH } from "./bulk-result.ts";
import type { BulkRun } from "./run-bulk-query.ts";

export type RunBulk = (query: string) => BulkRun;

/** At once per app and shop since API 2026-01 (design page 06). */
const MOST_OPEN = 5;

export function bulkRoot(context: ViewContext, run: RunBulk): View {
  const { shop, now } = context;
  const all = (): BulkOperationRecord[] => (shop.bulkOperations ??= []);
  const find = (id: string): BulkOperationRecord | undefined => all().find((operation) => gid("BulkOperation", operation.id) === id);
  const looked = (operation: BulkOperationRecord): View => {
    advance(operation, now, true);
    return bulkView(operation, context.origin);
  };
  const refused = (code: string, message: string): View => ({ bulkOperation: null, userErrors: [{ field: ["query"], message, code }] });
  return {
    bulkOperation: ({ id }: { id: string }) => {
      const operation = find(id);
      return operation ? looked(operation) : null;
    },
    bulkOperations: ({ reverse, ...page }: PageArguments) =>
      connectionOf(all(), { ...page, reverse: !reverse }, { cursorOf: ({ id, createdAt }) => encodeCursor(id, createdAt), toNode: looked }),
    bulkOperationRunQuery: ({ query }: { query: string }) => {
      for (const operation of all()) advance(operation, now, false);
      if (all().filter(isOpen).length >= MOST_OPEN) return refused("LIMIT_REACHED", "Bulk operations limit reached. Please try again later.");
      const result = run(query);
      if (!result.ok) return refused("INVALID", `Invalid bulk query: ${result.message}`);
      const { jsonl, objects, rootObjects } = result;
      const operation: BulkOperationRecord = { id: takeId(shop), query, createdAt: now, completedAt: null, status: "CREATED", errorCode: null, looks: 0, key: randomUUID(), jsonl, objects, rootObjects };
      all().push(operation);
      return { bulkOperation: bulkView(operation, context.origin), userErrors: [] };
    },
    bulkOperationCancel: ({ id }: { id: string }) => {
      const operation = find(id);
      if (!operation) return { bulkOperation: null, userErrors: [{ field: ["id"], message: "Bulk operation does not exist" }] };
      if (!isOpen(operation)) return { bulkOperation: bulkView(operation, context.origin), userErrors: [{ field: null, message: `A bulk operation cannot be canceled when it is ${operation.status.toLowerCase()}` }] };
      operation.status = "CANCELED";
      return { bulkOperation: bulkView(operation, context.origin), userErrors: [] };
    },
  };
}

function bulkView(operation: BulkOperationRecord, origin: string): View {
  const { id, query, createdAt, completedAt, status, errorCode, objects, rootObjects, key, jsonl } = operation;
  const counted = (all: number): string => String(status === "COMPLETED" || status === "EXPIRED" ? all : status === "CREATED" ? 0 : Math.floor(all / 2));
  const finished = status === "COMPLETED" && objects > 0;
  return {
    __typename: "BulkOperation", id: gid("BulkOperation", id), type: "QUERY", query, createdAt, completedAt, status,
    errorCode: status === "FAILED" ? errorCode : null,
    objectCount: counted(objects), rootObjectCount: counted(rootObjects),
    url: finished ? `${origin}${BULK_RESULTS_PATH}${key}.jsonl` : null,
    fileSize: finished ? String(Buffer.byteLength(jsonl)) : null,
    partialDataUrl: null,
  };
}
