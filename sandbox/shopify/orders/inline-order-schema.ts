/** The partial order of the play format (design page 09, step "create"); an unknown key is refused, since it is most likely a typo. */
import { z } from "zod";
import { restAddress, restAttribute } from "./rest-shape-schema.ts";

/** Amounts may be written as JSON numbers in a script; their text is what counts. */
export const amountText = z.union([z.string(), z.number().transform(String)]);

/** `channel_liable`, as in Shopify's webhooks: a marketplace owes it. */
export const inlineTaxLineSchema = z.strictObject({ title: z.string(), rate: z.number(), price: amountText, channel_liable: z.boolean().optional() });

/** QuickBooks and Shopify both take fewer lines than this; more is a mistake in a script. */
const MAX_COPIES = 1000;

const lineItem = z.strictObject({
  sku: z.string().nullish(),
  title: z.string().optional(),
  quantity: z.int().positive(),
  price: amountText,
  taxable: z.boolean().optional(),
  vendor: z.string().nullish(),
  gift_card: z.boolean().optional(),
  requires_shipping: z.boolean().optional(),
  tax_lines: z.array(inlineTaxLineSchema).optional(),
  /** Extensions of the format, for rules. `grams`: of one unit. */
  variant_title: z.string().optional(),
  product_type: z.string().optional(),
  product_tags: z.array(z.string()).optional(),
  collections: z.array(z.string()).optional(),
  properties: z.array(restAttribute).optional(),
  selling_plan: z.string().optional(),
  grams: z.number().nonnegative().optional(),
  /** An extension of the format: what one unit costs the shop; `null`: nobody entered it. Without it the catalogue says. */
  unit_cost: amountText.nullish(),
});

/** `copies`, an extension of the format: the line stands that often in the order, so that an order of 700 lines need not be written out. */
const lineItems = z
  .array(lineItem.extend({ copies: z.int().positive().max(MAX_COPIES).default(1) }))
  .min(1)
  .transform((lines) => lines.flatMap(({ copies, ...line }) => Array.from({ length: copies }, () => line)));

/** `discount`: an extension of the format. */
const inlineShipping = z.strictObject({
  price: amountText,
  title: z.string().optional(),
  /** An extension of the format. */
  carrier: z.string().optional(),
  tax_lines: z.array(inlineTaxLineSchema).optional(),
  discount: z.strictObject({ code: z.string(), amount: amountText }).optional(),
});

const customer = z.strictObject({
  name: z.string().optional(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  tax_exempt: z.boolean().optional(),
  /** An extension of the format. */
  tags: z.array(z.string()).optional(),
});

export const inlineOrder = z.strictObject({
  name: z.string().min(1).optional(),
  line_items: lineItems,
  shipping: z.union([amountText, inlineShipping]).optional(),
  discount: z
    .strictObject({ code: z.string(), amount: amountText, percentage: z.number().optional(), allocations: z.array(amountText).optional() })
    .optional(),
  tip: amountText.optional(),
  /** Extensions of the format: import duties of the first line, and fees such as a retail delivery fee. */
  duties: amountText.optional(),
  additional_fees: z.array(z.strictObject({ name: z.string().min(1), price: amountText })).optional(),
  financial_status: z.enum(["pending", "authorized", "paid"]).optional(),
  gateway: z.string().min(1).optional(),
  customer: customer.nullish(),
  tags: z.union([z.array(z.string()), z.string().transform((tags) => tags.split(",").map((tag) => tag.trim()).filter(Boolean))]).optional(),
  created_at: z.string().optional(),
  processed_at: z.string().optional(),
  test: z.boolean().optional(),
  note: z.string().nullish(),
  po_number: z.string().nullish(),
  /** An extension of the format: net terms, counted from when the order was placed. */
  payment_terms: z.strictObject({ name: z.string(), due_in_days: z.int().nonnegative() }).optional(),
  taxes_included: z.boolean().optional(),
  note_attributes: z.array(restAttribute).optional(),
  /** Extensions of the format, for rules. `location`: where it was sold. */
  source_name: z.string().optional(),
  app: z.string().optional(),
  location: z.string().optional(),
  risk: z.enum(["low", "medium", "high"]).optional(),
  card: z.string().optional(),
  company: z.strictObject({ name: z.string(), location: z.string().optional() }).optional(),
  billing_address: restAddress.nullish(),
  shipping_address: restAddress.nullish(),
});

export type InlineOrder = z.infer<typeof inlineOrder>;
export type InlineLine = z.infer<typeof lineItem>;
export type InlineTaxLine = z.infer<typeof inlineTaxLineSchema>;
