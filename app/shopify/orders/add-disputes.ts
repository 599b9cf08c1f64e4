/**
 * Brings what Shopify Payments took for an order's disputes and gave back of that. Orders without one cost nothing here. What the shop does not tell (another
 * provider's dispute, a scope that was not granted, nothing moved yet) is left out, never guessed.
 */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { success, type Result } from "#app/domain/result.ts";
import { legacyNumber } from "#app/domain/order/legacy-number.ts";
import type { RawOrder } from "./complete-lines.ts";
import type { Call, CallFailure } from "./patient-call.ts";
import { BALANCE_MOVES, DISPUTE } from "./query.ts";

const instant = z.iso.datetime({ offset: true });
const disputeSchema = z.object({
  dispute: z.object({ type: z.string(), initiatedAt: instant, finalizedOn: instant.nullable(), order: z.object({ id: z.string() }).nullable() }).nullish(),
}).nullish();

const moveSchema = z.looseObject({ id: z.string(), type: z.string(), sourceType: z.string().nullable(), sourceId: z.coerce.string().nullable(), associatedOrder: z.object({ id: z.string() }).nullish() });
const movesSchema = z.object({
  shopifyPaymentsAccount: z.object({
    balanceTransactions: z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }), nodes: z.array(moveSchema) }),
  }).nullish(),
}).nullish();

type Move = z.infer<typeof moveSchema>;
/** `moves`: null where the shop does not tell them, or not all of them. */
type Told = { id: string; type: string; moves: Move[] | null };

/** The order with `disputeMoves`, by the disputes' own ids. */
export async function addDisputes<Raw extends RawOrder>(call: Call, order: Raw): Promise<Result<Raw & { disputeMoves: Told[] }, CallFailure>> {
  const disputeMoves: Told[] = [];
  for (const { id } of order.disputes) {
    const told = await tellDispute(call, order, id);
    if (!told.ok) return told;
    if (told.value) disputeMoves.push(told.value);
  }
  return success({ ...order, disputeMoves });
}

/** An order names its dispute by another type of id than `dispute` asks for, with the same number; asked for by the order's, it is not found. */
const ownId = (id: string): string => `gid://shopify/ShopifyPaymentsDispute/${legacyNumber(id)}`;

async function tellDispute(call: Call, { id: orderId, disputes }: RawOrder, id: string): Promise<Result<Told | null, CallFailure>> {
  const read = await call(DISPUTE, { id: ownId(id) }, disputeSchema, ["dispute"]);
  if (!read.ok) return read;
  const dispute = read.value?.dispute;
  if (!dispute || dispute.order?.id !== orderId) return success(null);
  const { type, initiatedAt, finalizedOn } = dispute;
  const moves = new Map<string, Move>();
  // What began as an inquiry may have taken the money weeks later.
  for (const query of [around(initiatedAt), ...(finalizedOn === null ? [] : [around(finalizedOn)]), ...(type === "CHARGEBACK" ? [since(initiatedAt)] : [])]) {
    if (query === since(initiatedAt) && moves.size > 0) break;
    const found = await readMoves(call, query);
    if (!found.ok) return found;
    if (found.value === null) return success({ id, type, moves: null });
    for (const move of found.value) if (isOf(move, { id, orderId, isOnly: disputes.length === 1 })) moves.set(move.id, move);
  }
  return success({ id, type, moves: [...moves.values()] });
}

/** Which money a dispute moved: by its number, else, as the order's only one, by its order. */
const isOf = ({ type, sourceType, sourceId, associatedOrder }: Move, { id, orderId, isOnly }: { id: string; orderId: string; isOnly: boolean }): boolean =>
  (sourceType === "DISPUTE" && sourceId === legacyNumber(id)) || (isOnly && associatedOrder?.id === orderId && /^(DISPUTE|CHARGEBACK)_/.test(type));

/** Money leaves when a dispute is opened and comes back when it is decided, each within days. */
const around = (time: string): string => `${since(time)} AND processed_at:<='${Temporal.Instant.from(time).add({ hours: 24 * 10 }).toString()}'`;
const since = (time: string): string => `processed_at:>='${Temporal.Instant.from(time).subtract({ hours: 24 }).toString()}'`;

/** Pages of 250: more than the money of days of a very large shop; what is beyond is told by hand. */
const MOST_PAGES = 40;

async function readMoves(call: Call, query: string): Promise<Result<Move[] | null, CallFailure>> {
  const moves: Move[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read: Result<z.infer<typeof movesSchema>, CallFailure> = await call(BALANCE_MOVES, { query, after }, movesSchema, ["shopifyPaymentsAccount"]);
    if (!read.ok) return read;
    const found: NonNullable<NonNullable<z.infer<typeof movesSchema>>["shopifyPaymentsAccount"]>["balanceTransactions"] | undefined = read.value?.shopifyPaymentsAccount?.balanceTransactions;
    if (!found) return success(null);
    moves.push(...found.nodes);
    if (!found.pageInfo.hasNextPage) return success(moves);
    after = found.pageInfo.endCursor;
  }
  return success(null);
}
