/** Refusals as data: what is thrown inside the simulator and the two body shapes it leaves as. Must not know HTTP or entities. */
import type { Temporal } from "temporal-polyfill";
import type { JsonObject } from "./json.ts";
import { bodyTime } from "./timestamps.ts";

export type FaultType = "ValidationFault" | "SystemFault";

/** A request that QuickBooks refuses; codes and meanings: 05, section 2. */
export class QuickBooksFault extends Error {
  readonly code: string;
  readonly detail: string;
  readonly element: string | undefined;
  readonly status: number;
  readonly type: FaultType;

  constructor(fault: { code: string; message: string; detail: string; element?: string; status?: number; type?: FaultType }) {
    super(fault.message);
    this.name = "QuickBooksFault";
    this.code = fault.code;
    this.detail = fault.detail;
    this.element = fault.element;
    this.status = fault.status ?? 400;
    this.type = fault.type ?? "ValidationFault";
  }
}

/** `{ Error: [...], type }`, also the per-item Fault of a batch (recorded: batch-basic, error-*). */
export function faultObject(fault: QuickBooksFault): JsonObject {
  const element = fault.element === undefined ? {} : { element: fault.element };
  return {
    Error: [{ Message: fault.message, Detail: fault.detail, code: fault.code, ...element }],
    type: fault.type,
  };
}

export function faultBody(fault: QuickBooksFault, now: Temporal.Instant): JsonObject {
  return { Fault: faultObject(fault), time: bodyTime(now) };
}

/** The gateway's lower-case shape for what never reaches the company file (recorded: error-401-1). */
export function gatewayBody(
  error: { message: string; detail: string; code: string; type: string },
  now: Temporal.Instant,
): JsonObject {
  const { message, detail, code, type } = error;
  return {
    warnings: null,
    intuitObject: null,
    fault: { error: [{ message, detail, code, element: null }], type },
    report: null,
    queryResponse: null,
    batchItemResponse: [],
    attachableResponse: [],
    syncErrorResponse: null,
    requestId: null,
    time: now.epochMilliseconds,
    status: null,
    cdcresponse: [],
  };
}
