/** One bulk operation as plain data, and how far it is; must never run anything. */
import { Temporal } from "temporal-polyfill";

export type BulkStatus = "CREATED" | "RUNNING" | "COMPLETED" | "CANCELED" | "FAILED" | "EXPIRED";

export type BulkOperationRecord = {
  id: string;
  query: string;
  createdAt: string;
  completedAt: string | null;
  status: BulkStatus;
  errorCode: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT" | null;
  /** How often somebody looked at it. */
  looks: number;
  /** Part of the result's address that nobody can guess. */
  key: string;
  /** The whole result, made at the start. */
  jsonl: string;
  objects: number;
  rootObjects: number;
};

const SECONDS_AT_MOST = 10;
const DAYS_KEPT = 7;

/** `now` in UTC seconds. A look moves an operation one step on; the sandbox clock moves it without one. */
export function advance(operation: BulkOperationRecord, now: string, looked: boolean): void {
  if (looked) operation.looks += 1;
  const after = (text: string, duration: Temporal.DurationLike): boolean => Temporal.Instant.compare(Temporal.Instant.from(now), Temporal.Instant.from(text).add(duration)) >= 0;
  if (operation.status === "CREATED" && operation.looks > 0) operation.status = "RUNNING";
  if (isOpen(operation) && (operation.looks > 1 || after(operation.createdAt, { seconds: SECONDS_AT_MOST }))) {
    operation.status = operation.errorCode ? "FAILED" : "COMPLETED";
    operation.completedAt = now;
  }
  if (operation.status === "COMPLETED" && after(operation.completedAt ?? now, { hours: DAYS_KEPT * 24 })) operation.status = "EXPIRED";
}

export function isOpen({ status }: BulkOperationRecord): boolean {
  return status === "CREATED" || status === "RUNNING";
}
