/** Does in the shop what makes the app change a document that is already in the books, so that a fault planned for a change meets one. */
import type { Entity } from "../oracle/story.ts";
import type { BookDocument } from "../oracle/documents-in-books.ts";
import type { Member, World } from "../world/world.ts";
import { someDocument } from "./bookkeeper-steps.ts";
import { edit, fulfil } from "./shop-steps.ts";

/** Which documents such a change still reaches. */
const CHANGES: Readonly<Record<Entity, (document: BookDocument) => boolean>> = {
  Estimate: ({ status }) => status !== "Closed",
  Invoice: () => true,
  Payment: ({ unapplied }) => unapplied > 0n,
};

export async function provokeChange(world: World, member: Member, entity: Entity): Promise<void> {
  const document = await someDocument(world, member, [entity], CHANGES[entity]);
  const order = member.tenant.shop().orders.find(({ id, cancelledAt }) => id === document?.origin?.orderId && cancelledAt === null);
  if (!order) return;
  if (entity === "Payment") fulfil(world, { member, order }, {});
  else edit(world, { member, order });
}
