/** The durable record of documents and of the operations that make them. Says what is known; never guesses that something lost was sent or not. */
import type { Postings } from "#app/pipeline/ports/repositories.ts";
import { adopt } from "./adopt.ts";
import { documentsOfCustomer } from "./documents-of-customer.ts";
import { toDate } from "./instants.ts";
import { intend } from "./intend.ts";
import { moveWithPosting } from "./move-operation.ts";
import { observe } from "./observe.ts";
import { readOrderBooks } from "./order-books.ts";
import type { ShopScope } from "./scope.ts";
import { intendRemoval, settleRemoval } from "./remove-posting.ts";
import { settle } from "./settle.ts";
import { undo } from "./undo.ts";

type Unsettled = { to: "intended" | "sent" | "unknown" | "rejected"; at: Date | null; fault?: unknown; copyMayComeUntil?: Date | null };

export function createPostings(scope: ShopScope): Postings {
  const move = (operationId: string, step: Unsettled): Promise<void> => moveWithPosting(scope.prisma, scope, operationId, step);
  return {
    forOrders: (orderIds) => readOrderBooks(scope, orderIds),
    ofCustomer: (customerLedgerId) => documentsOfCustomer(scope, customerLedgerId),
    intend: (intent, at) => intend(scope, intent, at),
    markSent: (operationId, at, copyMayComeUntil) => move(operationId, { to: "sent", at: toDate(at), copyMayComeUntil: copyMayComeUntil ? toDate(copyMayComeUntil) : null }),
    settle: (operationId, echo, aspects, at) => settle(scope, operationId, echo, aspects, at),
    release: (operationId) => move(operationId, { to: "intended", at: null }),
    markUnknown: (operationId, detail, at) => move(operationId, { to: "unknown", at: toDate(at), fault: { kind: "unknown", detail } }),
    /** A creation that was refused leaves nothing live behind; a change that was refused leaves its document as it was. */
    markRejected: (operationId, fault, at) => move(operationId, { to: "rejected", at: toDate(at), fault }),
    intendRemoval: (intent, at) => intendRemoval(scope, intent, at),
    settleRemoval: (operationId, at) => settleRemoval(scope, operationId, at),
    adopt: (found, at) => adopt(scope, found, at),
    observe: (postingId, seen, at) => observe(scope, postingId, seen, at),
    markUndone: (postingId, at) => undo(scope, postingId, at),
  };
}
