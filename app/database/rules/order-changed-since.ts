/** Whether an order was written after a time, by its name with or without `#`. Reads only. */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { DeskScope } from "../desk/desk-scope.ts";
import { toDate } from "../repositories/instants.ts";

export async function orderChangedSince({ prisma, shopId }: DeskScope, name: string, since: Instant): Promise<boolean> {
  const bare = name.trim().replace(/^#/, "");
  if (bare === "") return false;
  const found = await prisma.order.findFirst({ where: { shopId, name: { in: [bare, `#${bare}`] }, updatedAt: { gt: toDate(since) } }, select: { id: true } });
  return found !== null;
}
