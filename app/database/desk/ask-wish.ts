/** A person's wish for orders, and in the same transaction the mark that makes the worker look at them. Does nothing of what is wished itself. */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import { markDue } from "../repositories/mark-due.ts";
import { TRANSACTION_LIMITS } from "../repositories/scope.ts";
import { forgetWishes, type NewWish, saveWish } from "../repositories/wishes.ts";
import type { DeskScope } from "./desk-scope.ts";

/** Takes the place of what was wished for the order before. */
export async function askWish({ prisma, shopId }: DeskScope, wish: NewWish, at: Instant): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    await saveWish(transaction, shopId, wish, at);
    await markDue(transaction, shopId, [wish.orderId], "person", at);
  }, TRANSACTION_LIMITS);
}

/** What was removed or left out by a person is taken in again, and what is gone from the books is made again (law 6). Nobody has looked at each: what a rule holds stays held. */
export async function askResync({ prisma, shopId }: DeskScope, orderIds: readonly string[], at: Instant): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    await forgetWishes(transaction, shopId, orderIds);
    await markDue(transaction, shopId, orderIds, "person", at);
  }, TRANSACTION_LIMITS);
}
