/** As wished: what a person asked for an order goes before its usual run. It decides only which of the two it is. */
import { byWhom } from "./by-whom.ts";
import type { DrainContext } from "./context.ts";
import type { Fault } from "./ports/fault.ts";
import type { DueOrder } from "./ports/repositories.ts";
import type { Batch } from "./process-order.ts";
import { removeOrder } from "./remove-order.ts";
import { retryAfter } from "./retry.ts";

export async function asWished(context: DrainContext, { wishes, books, startedAt }: Batch, { orderId }: DueOrder, usual: () => Promise<Fault | null>): Promise<Fault | null> {
  const { repositories, clock } = context;
  const wish = wishes.get(orderId);
  if (!wish || wish.state === "refused") return usual();
  switch (wish.kind) {
    case "remove":
      return removeOrder(context, books.company, wish, startedAt);
    case "leave_out": {
      const reason = `Left out ${byWhom(wish, repositories.shop)}. Press Resync to take it in.`;
      await repositories.orders.recordAside(orderId, { state: "skipped", reason, issues: [], timeline: [] }, clock.now(), startedAt);
      await repositories.wishes.settle(wish, "done", clock.now());
      return null;
    }
    case "resync": {
      const fault = await usual();
      // It lets pass until the order is through, however often it has to be tried.
      if (wish.state === "asked" && !(fault && retryAfter(fault, 0))) await repositories.wishes.settle(wish, "done", clock.now());
      return fault;
    }
    case "link":
      return usual();
  }
}
