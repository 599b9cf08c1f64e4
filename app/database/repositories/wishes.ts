/** What people asked for orders of one shop. Says what was asked and whether it was done; does none of it. */
import { z } from "zod";
import type { FoundDocument } from "#app/domain/issues/issue.ts";
import type { Instant, Wish, Wishes } from "#app/pipeline/ports/repositories.ts";
import type { Prisma } from "../generated/client.ts";
import { toDate, toInstant } from "./instants.ts";
import { jsonText } from "./json-text.ts";
import type { ShopScope } from "./scope.ts";
import { foundSchema, issuesSchema } from "./stored-shapes.ts";

const kindSchema = z.enum(["remove", "leave_out", "link", "resync"]);
const stateSchema = z.enum(["asked", "done", "refused"]);

type WishRow = { orderGid: string; name: string | null; kind: string; state: string; found: unknown; refusal: unknown; asItIs: boolean; askedBy: string | null; askedAt: Date };

export function createWishes({ prisma, shopId }: Pick<ShopScope, "prisma" | "shopId">): Wishes {
  return {
    async of(orderIds) {
      const rows = await prisma.$queryRaw<WishRow[]>`
        SELECT wish.order_gid AS "orderGid", orders.name, kind, wish.state, found, refusal, as_it_is AS "asItIs", asked_by AS "askedBy", asked_at AS "askedAt"
        FROM order_wishes AS wish LEFT JOIN orders ON orders.shop_id = wish.shop_id AND orders.order_gid = wish.order_gid
        WHERE wish.shop_id = ${shopId} AND wish.order_gid = ANY(${[...orderIds]}::text[])`;
      return new Map(rows.map((row) => [row.orderGid, wish(row)]));
    },

    async settle({ orderId, askedAt }, state, at, refusal = []) {
      await prisma.$executeRaw`
        UPDATE order_wishes SET state = ${state}, settled_at = ${toDate(at)}, refusal = ${refusal.length === 0 ? null : jsonText(refusal)}::jsonb
        WHERE shop_id = ${shopId} AND order_gid = ${orderId} AND asked_at = ${toDate(askedAt)}`;
    },
  };
}

const wish = ({ orderGid, name, kind, state, found, refusal, askedAt, ...row }: WishRow): Wish => ({
  ...row,
  orderId: orderGid,
  orderName: name ?? orderGid,
  kind: kindSchema.parse(kind),
  state: stateSchema.parse(state),
  found: found === null ? null : foundSchema.parse(found),
  refusal: refusal === null ? [] : issuesSchema.parse(refusal),
  askedAt: toInstant(askedAt),
});

export type NewWish = { orderId: string; kind: Wish["kind"]; found: FoundDocument | null; asItIs: boolean; askedBy: string | null };

/** A sync by a person's hand takes orders in again that were removed or left out. What was looked at and waits to pass goes on waiting. */
export async function forgetWishes({ orderWish }: Pick<Prisma.TransactionClient, "orderWish">, shopId: string, orderIds: readonly string[]): Promise<void> {
  await orderWish.deleteMany({ where: { shopId, orderGid: { in: [...orderIds] }, NOT: { kind: "resync", state: "asked" } } });
}

/** Inside the caller's transaction. */
export async function saveWish(transaction: Pick<Prisma.TransactionClient, "$executeRaw">, shopId: string, { orderId, kind, found, asItIs, askedBy }: NewWish, at: Instant): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO order_wishes (shop_id, order_gid, kind, state, found, as_it_is, asked_by, asked_at)
    VALUES (${shopId}, ${orderId}, ${kind}, 'asked', ${found === null ? null : jsonText(found)}::jsonb, ${asItIs}, ${askedBy}, ${toDate(at)})
    ON CONFLICT (shop_id, order_gid) DO UPDATE SET
      kind = EXCLUDED.kind, state = EXCLUDED.state, found = EXCLUDED.found, as_it_is = EXCLUDED.as_it_is, asked_by = EXCLUDED.asked_by, asked_at = EXCLUDED.asked_at, settled_at = NULL, refusal = NULL`;
}
