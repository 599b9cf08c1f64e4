/** Records a document that was found in the books as an order's own. Never sends anything, and never takes the place of a document that is, or may be, there. */
import { createHash } from "node:crypto";
import type { Adoption, Instant, Intent } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { DefectError } from "./defect-error.ts";
import { intendWithin } from "./intend.ts";
import { LIVE_STATES } from "./posting-states.ts";
import { type ShopScope, TRANSACTION_LIMITS } from "./scope.ts";
import { settleWithin } from "./settle.ts";

/** Intent and outcome at once, because the document exists already; the operation keeps its revision so that the next one counts on. */
export function adopt(scope: ShopScope, found: Adoption, at: Instant): Promise<{ postingId: string }> {
  const { echo, aspects } = found;
  return scope.prisma.$transaction(async (transaction) => {
    await refuseTaken(transaction, scope, found);
    const { operationId, postingId } = await intendWithin(transaction, scope, adoptionIntent(scope, found), at);
    await settleWithin(transaction, scope, { operationId, echo, aspects }, at);
    return { postingId };
  }, TRANSACTION_LIMITS);
}

/** One document of the books belongs to one part of one order. */
async function refuseTaken(transaction: Prisma.TransactionClient, { shopId, connectionId }: ShopScope, { orderId, document, echo }: Adoption): Promise<void> {
  const { kind, part } = document;
  const taken = await transaction.posting.findFirst({
    where: { shopId, connectionId, ledgerId: echo.id, entity: echo.entity, state: { in: [...LIVE_STATES] }, NOT: { orderGid: orderId, kind, part } },
    select: { id: true },
  });
  if (taken) throw new DefectError(`${echo.entity} ${echo.id} belongs to posting ${taken.id} already`);
}

/** The request id is derived, though it never travels: adopting the same document twice is one operation. */
function adoptionIntent({ connectionId }: ShopScope, { orderId, document, echo, aspects, revision }: Adoption): Intent {
  const payload = { adopted: { entity: echo.entity, id: echo.id } };
  return {
    orderId, document, aspects, revision, payload, postingId: null, op: "create",
    requestId: ["adopted", connectionId, orderId, document.kind, document.part, revision].join("/"),
    payloadHash: createHash("sha256").update(JSON.stringify(payload)).digest("hex"),
    lookUp: { kind: document.kind, number: echo.number, reference: echo.reference, customerId: echo.customerId, date: echo.date, marker: document.marker },
  };
}
