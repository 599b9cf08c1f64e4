/** The steps that change an order after it was placed: refund, edit and cancel (design page 09). Whether Shopify would allow it is its simulator's business. */
import { z } from "zod";
import { amountSchema, countSchema, orderNameSchema } from "./values.ts";

const refundedLineSchema = z.strictObject({ sku: z.string(), quantity: countSchema, restock: z.boolean().optional() });

const SHIPPING_WANTED = '"full" or a decimal amount such as "5.00" is expected';
const shippingSchema = z
  .union([z.string(), z.number()], { error: SHIPPING_WANTED })
  .transform(String)
  .refine((text) => text === "full" || amountSchema.safeParse(text).success, { error: SHIPPING_WANTED });

/** Without lines, shipping, duties and amount: all that is left of the order. */
export const refundStep = z
  .strictObject({
    do: z.literal("refund"),
    order: orderNameSchema,
    lines: z.array(refundedLineSchema).min(1).optional(),
    /** An amount is before tax, unless the order's prices include it. */
    shipping: shippingSchema.optional(),
    /** Extension of the format: all import duties that are left. */
    duties: z.literal(true).optional(),
    /** What is paid back; without lines and shipping an amount for nothing that is returned. */
    amount: amountSchema.optional(),
    /** False: the goods leave the order, no money moves. */
    transaction: z.boolean().optional(),
    /** Extension of the format. */
    note: z.string().optional(),
  })
  .refine(({ transaction, amount }) => transaction !== false || amount === undefined, {
    path: ["amount"],
    error: "cannot be paid back without a transaction; leave out one of the two",
  });

/** `title`, `taxable` and `tax_lines` are extensions of the format: Shopify taxes what is added, its simulator only as told. */
const addedArticleSchema = z.strictObject({
  sku: z.string(),
  quantity: countSchema,
  price: amountSchema.optional(),
  title: z.string().optional(),
  taxable: z.boolean().optional(),
  tax_lines: z.array(z.strictObject({ title: z.string(), rate: z.number(), price: amountSchema })).optional(),
});

/** How many units the line shall have. `restock` is an extension of the format. */
const setQuantitySchema = z.strictObject({ sku: z.string(), quantity: z.number().int().nonnegative().max(1000), restock: z.boolean().optional() });

export const editStep = z
  .strictObject({
    do: z.literal("edit"),
    order: orderNameSchema,
    add: z.array(addedArticleSchema).min(1).optional(),
    set: z.array(setQuantitySchema).min(1).optional(),
    note: z.string().optional(),
  })
  .refine(({ add, set }) => add !== undefined || set !== undefined, { error: 'changes nothing; give "add", "set" or both' });

/** An extension of the format: the merchant gives the order to another customer. */
export const setCustomerStep = z.strictObject({ do: z.literal("setCustomer"), order: orderNameSchema, customer: z.strictObject({ name: z.string().min(1), email: z.email() }) });

/** As Shopify's own dialog proposes: what was paid is given back and the goods are restocked, unless the script says otherwise. */
export const cancelStep = z.strictObject({
  do: z.literal("cancel"),
  order: orderNameSchema,
  refund: z.boolean().default(true),
  restock: z.boolean().default(true),
});
