/** One found order as Shopify writes it, on a page or on a line of a bulk operation's result. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { FoundOrder } from "#app/pipeline/ports/order-finder.ts";

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof RangeError ? "not a time" : "unreadable" });
    return z.NEVER;
  }
});

export const foundOrderSchema = z
  .object({ id: z.string().startsWith("gid://shopify/Order/"), name: z.string(), createdAt: instant })
  .transform(({ id, name, createdAt }): FoundOrder => ({ orderId: id, name, placedAt: createdAt }));
