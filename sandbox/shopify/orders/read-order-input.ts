/** Tells the three shapes of an order input apart and makes an order record of it, or says what is missing. */
import type { z } from "zod";
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { completeInlineOrder } from "./complete-inline-order.ts";
import { graphqlOrder } from "./graphql-shape-schema.ts";
import { importGraphqlOrder } from "./import-graphql-order.ts";
import { importRestOrder } from "./import-rest-order.ts";
import { inlineOrder } from "./inline-order-schema.ts";
import { OrderInputError } from "./order-errors.ts";
import { restOrder } from "./rest-shape-schema.ts";

/**
 * Accepts an order in REST/webhook shape (bare or under `order`), in Admin GraphQL shape (bare, under `order` or `data.order`),
 * or the partial order of the play format. `at`: now, in UTC seconds. Throws OrderInputError.
 */
export function readOrderInput(shop: ShopState, input: unknown, at: string): OrderRecord {
  const order = unwrap(input);
  try {
    if (isGraphqlShape(order)) return importGraphqlOrder(shop, parse(graphqlOrder, order), at);
    if (isRestShape(order)) return importRestOrder(shop, parse(restOrder, order), at);
    if ("line_items" in order) return completeInlineOrder(shop, parse(inlineOrder, order), at);
  } catch (error) {
    if (error instanceof RangeError) throw new OrderInputError([error.message]);
    throw error;
  }
  throw new OrderInputError(["line_items (REST shape) or id and lineItems (Admin GraphQL shape) are missing"]);
}

function unwrap(input: unknown): Record<string, unknown> {
  let value = input;
  for (const key of ["data", "order"]) {
    if (isObject(value) && isObject(value[key])) value = value[key];
  }
  if (!isObject(value)) throw new OrderInputError(["a JSON object is expected"]);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isGraphqlShape(order: Record<string, unknown>): boolean {
  return "lineItems" in order || (typeof order["id"] === "string" && order["id"].startsWith("gid://shopify/Order/"));
}

function isRestShape(order: Record<string, unknown>): boolean {
  return "admin_graphql_api_id" in order || ("line_items" in order && typeof order["id"] === "number");
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new OrderInputError(result.error.issues.map((issue) => `${issue.path.join(".") || "order"}: ${issue.message}`));
}
