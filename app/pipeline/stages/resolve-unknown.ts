/** Unknown operations: a write whose answer was lost is looked up before anything else happens to its order (law 5). */
import type { Result } from "#app/domain/result.ts";
import { success } from "#app/domain/result.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { OpenOperation } from "../ports/repositories.ts";
import { findOurs } from "./send.ts";

/**
 * After this no operation of the order is `sent` or `unknown` without an answer from the ledger: either it is found and settled, or it is back to
 * intended and goes out again under its own key. An update needs no look-up: it carries a SyncToken, so a second one cannot take effect twice.
 */
export async function resolveUnknown(context: DrainContext, open: readonly OpenOperation[]): Promise<Result<{ changed: boolean }, Fault>> {
  const { repositories, clock } = context;
  let changed = false;
  for (const operation of open.filter((each) => each.state !== "intended")) {
    changed = true;
    if (operation.op !== "create") {
      await repositories.postings.release(operation.operationId);
      continue;
    }
    const found = await findOurs(context, operation.lookUp);
    if (!found.ok) return found;
    if (found.value) await repositories.postings.settle(operation.operationId, found.value, operation.aspects, clock.now());
    else await repositories.postings.release(operation.operationId);
  }
  return success({ changed });
}
