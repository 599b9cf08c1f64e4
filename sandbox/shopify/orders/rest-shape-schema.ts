/** What the simulator reads of an order in Shopify's REST and webhook shape; other keys of a real order are let through unread. */
import { z } from "zod";

const amount = z.union([z.string(), z.number().transform(String)]);
const id = z.union([z.int().transform(String), z.string().regex(/^\d+$/)]);
const text = z.string().nullish();

export const restBag = z.object({
  shop_money: z.object({ amount, currency_code: z.string() }),
  presentment_money: z.object({ amount, currency_code: z.string() }),
});

export const restAttribute = z.object({ name: z.string(), value: text });

export const restAddress = z.object({
  name: text, first_name: text, last_name: text, company: text, address1: text, address2: text, city: text,
  province: text, province_code: text, zip: text, country: text, country_code: text, phone: text,
});

export const restTaxLine = z.object({
  title: z.string(), rate: z.number().nullish(), price: amount, price_set: restBag.nullish(), channel_liable: z.boolean().nullish(),
});

const allocation = z.object({ amount, amount_set: restBag.nullish(), discount_application_index: z.int().nonnegative() });

export const restLine = z.object({
  id, title: z.string(), name: text, variant_title: text, sku: text, vendor: text,
  quantity: z.int(), current_quantity: z.int().nullish(), price: amount, price_set: restBag.nullish(),
  taxable: z.boolean().nullish(), requires_shipping: z.boolean().nullish(), gift_card: z.boolean().nullish(),
  product_id: id.nullish(), variant_id: id.nullish(), variant_inventory_management: text, properties: z.array(restAttribute).nullish(),
  tax_lines: z.array(restTaxLine).nullish(), discount_allocations: z.array(allocation).nullish(),
});

export const restShippingLine = z.object({
  id, title: z.string(), code: text, source: text, is_removed: z.boolean().nullish(), price: amount, price_set: restBag.nullish(),
  tax_lines: z.array(restTaxLine).nullish(), discount_allocations: z.array(allocation).nullish(),
});

export const restDiscountApplication = z.object({
  type: z.enum(["discount_code", "automatic", "manual", "script"]), code: text, title: text, description: text,
  value: amount, value_type: z.enum(["fixed_amount", "percentage"]),
  target_type: z.enum(["line_item", "shipping_line"]), target_selection: z.enum(["all", "entitled", "explicit"]),
  allocation_method: z.enum(["across", "each", "one"]),
});

export const restTransaction = z.object({
  id,
  kind: z.enum(["authorization", "capture", "sale", "refund", "void", "change", "emv_authorization", "suggested_refund"]),
  status: z.enum(["success", "pending", "failure", "error", "awaiting_response", "unknown"]),
  amount, gateway: text, parent_id: id.nullish(), test: z.boolean().nullish(), payment_id: text, created_at: z.string(), processed_at: text,
});

const restFulfillment = z.object({
  id, name: text, status: z.enum(["pending", "open", "success", "cancelled", "error", "failure"]), created_at: z.string(), updated_at: text,
  tracking_company: text, tracking_number: text, line_items: z.array(z.object({ id, quantity: z.int() })),
});

export const restRefund = z.object({
  id, note: text, created_at: z.string(), processed_at: text,
  refund_line_items: z
    .array(
      z.object({ id, line_item_id: id, quantity: z.int(), restock_type: z.string(), subtotal: amount, subtotal_set: restBag.nullish(), total_tax: amount, total_tax_set: restBag.nullish() }),
    )
    .nullish(),
  order_adjustments: z
    .array(z.object({ id, kind: text, reason: z.string(), amount, amount_set: restBag.nullish(), tax_amount: amount, tax_amount_set: restBag.nullish() }))
    .nullish(),
  refund_shipping_lines: z.array(z.object({ id, shipping_line_id: id, subtotal_amount_set: restBag, tax_amount_set: restBag.nullish() })).nullish(),
  transactions: z.array(restTransaction).nullish(),
});

export const restCustomer = z.object({
  id, email: text, first_name: text, last_name: text, phone: text, tax_exempt: z.boolean().nullish(), tags: text,
});

export const restOrder = z.object({
  id, name: z.string(), created_at: z.string(), processed_at: text, cancelled_at: text, cancel_reason: text, closed_at: text,
  currency: z.string().length(3), presentment_currency: text, confirmation_number: text, po_number: text, note: text,
  test: z.boolean().nullish(), tags: text, source_name: text, email: text, phone: text,
  taxes_included: z.boolean(), tax_exempt: z.boolean().nullish(), note_attributes: z.array(restAttribute).nullish(),
  financial_status: z.enum(["pending", "authorized", "partially_paid", "paid", "partially_refunded", "refunded", "voided", "expired"]),
  total_price: amount, total_price_set: restBag.nullish(), subtotal_price: amount, subtotal_price_set: restBag.nullish(),
  total_tax: amount, total_tax_set: restBag.nullish(), total_discounts: amount, total_discounts_set: restBag.nullish(),
  total_shipping_price_set: restBag.nullish(), total_outstanding: amount.nullish(), total_tip_received: amount.nullish(),
  current_total_price: amount.nullish(), current_total_price_set: restBag.nullish(),
  current_subtotal_price: amount.nullish(), current_subtotal_price_set: restBag.nullish(),
  current_total_tax: amount.nullish(), current_total_tax_set: restBag.nullish(),
  current_total_discounts: amount.nullish(), current_total_discounts_set: restBag.nullish(),
  total_cash_rounding_payment_adjustment_set: restBag.nullish(),
  payment_gateway_names: z.array(z.string()).nullish(), transactions: z.array(restTransaction).nullish(),
  customer: restCustomer.nullish(), billing_address: restAddress.nullish(), shipping_address: restAddress.nullish(),
  line_items: z.array(restLine).min(1), shipping_lines: z.array(restShippingLine).nullish(), tax_lines: z.array(restTaxLine).nullish(),
  discount_applications: z.array(restDiscountApplication).nullish(),
  fulfillments: z.array(restFulfillment).nullish(), refunds: z.array(restRefund).nullish(),
});

export type RestOrder = z.infer<typeof restOrder>;
export type RestBag = z.infer<typeof restBag>;
export type RestTaxLine = z.infer<typeof restTaxLine>;
export type RestAddress = z.infer<typeof restAddress>;
export type RestTransaction = z.infer<typeof restTransaction>;
export type RestRefund = z.infer<typeof restRefund>;
export type RestFulfillment = z.infer<typeof restFulfillment>;
