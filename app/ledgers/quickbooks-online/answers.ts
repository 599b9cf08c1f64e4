/** The guarded steps between our terms and QuickBooks': what cannot be mapped is a defect, what cannot be read is as good as no answer. */
import { z } from "zod";
import { MoneyError } from "#app/domain/money/money.ts";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { type Answer, type CallContext, unreadable } from "./faults.ts";
import { UnmappableError } from "./mappers/wire-body.ts";

/** Puts a body together; a document that QuickBooks cannot take as it is stops here, before anything is sent. */
export function mapping<Value>(map: () => Value): Result<Value, Fault> {
  try {
    return success(map());
  } catch (error) {
    if (error instanceof UnmappableError || error instanceof MoneyError) return failure({ kind: "defect", detail: error.message });
    throw error;
  }
}

/** Reads what QuickBooks answered; after a write an answer that cannot be read leaves its outcome open. */
export function reading<Value>(context: Pick<CallContext, "effect" | "call">, read: () => Value): Result<Value, Fault> {
  try {
    return success(read());
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof MoneyError) return failure(unreadable(context));
    if (error instanceof UnmappableError) return failure({ kind: "defect", detail: error.message });
    throw error;
  }
}

/** `{ "Invoice": {…}, "time": … }` → what stands under `entity`, still to be read. */
export const under = (entity: string, { body }: Answer): unknown => z.looseObject({}).parse(body)[entity];
