/** Stories of goods that vendors ship (design page 03, "Drop shipping"). */
import type { Rule } from "#app/domain/rules/rule.ts";
import { type Story, UNLESS_SHIPPED } from "../story.ts";
import { created, SHIP, taxed, unpaid, WEEK } from "./orders.ts";

const shippedBy = (productVendor: string, vendor: string): Rule => ({
  title: `${vendor} ships`, enabled: true, when: { all: [{ field: "line.vendor", op: "equals", value: productVendor }] }, then: [{ action: "drop_ship", vendor }],
});
const NO_MORE: Rule = { title: "From our own shelf", enabled: true, when: { all: [{ field: "order.tags", op: "any_of_its_is", value: "own-stock" }] }, then: [{ action: "stop_creating_purchase_orders" }] };

const BLANKETS = { sku: "BLANKET", title: "Wool blanket", vendor: "Highland", quantity: 2, price: "25.00", unit_cost: "11.50", ...taxed("4.00") };
const LAMP = { sku: "LAMP", title: "Desk lamp", vendor: "Lumen", quantity: 1, price: "30.00", ...taxed("2.40") };
const MUG = { sku: "MUG", title: "Mug", vendor: "Us", quantity: 1, price: "10.00" };

/** 50.00 + 4.00 tax, 30.00 + 2.40 tax, 10.00, shipping 6.00: 102.40. */
const ORDER = created({ shipping: "6.00", line_items: [BLANKETS, LAMP, MUG] });

const DROP_SHIPPED = {
  mode: "sales_orders_invoices_purchase_orders", rules: [UNLESS_SHIPPED, shippedBy("Highland", "Highland Mills"), shippedBy("Lumen", "Lumen Ltd")],
  purchases: { costs: { BLANKET: "12", LAMP: "14.125" }, vendors: ["Highland Mills", "Lumen Ltd"] },
} as const satisfies Partial<Story>;

export const PURCHASE_STORIES: Story[] = [
  { ...DROP_SHIPPED, name: "drop-ship-two-vendors", title: "Drop shipping: two vendors", tells: "Two vendors ship what was sold, and the mug comes from the shop's own shelf. Each vendor has a purchase order at what QuickBooks says the item costs; neither posts anything.", steps: [ORDER] },
  { ...DROP_SHIPPED, name: "drop-ship-shipped", title: "Drop shipping: the order ships", tells: "The vendors shipped. The invoice books the sale as always; the purchase orders stay open until somebody enters the vendors' bills.", steps: [ORDER, WEEK, SHIP] },
  { ...DROP_SHIPPED, name: "drop-ship-not-paid", title: "Drop shipping: not paid yet", tells: "Nothing is ordered from a vendor before the customer has paid.", steps: [unpaid(ORDER)] },
  { ...DROP_SHIPPED, name: "drop-ship-authorised", title: "Drop shipping: the money is reserved", tells: "The card was authorised and not charged yet. That is enough to order from the vendors.", steps: [created({ financial_status: "authorized", line_items: [LAMP] })] },
  { ...DROP_SHIPPED, name: "drop-ship-lowered", title: "Drop shipping: one of two goes back before shipping", tells: "One blanket was refunded before it shipped. Its purchase order is lowered at the cost it was made at.", steps: [ORDER, { do: "refund", lines: [{ sku: "BLANKET", quantity: 1, restock: true }] }] },
  { ...DROP_SHIPPED, name: "drop-ship-line-taken-out", title: "Drop shipping: a vendor's only line is taken out", tells: "The lamp was taken out before it shipped. Lumen's purchase order is closed and keeps the line it had.", tellsOf: ["customer_is_owed"], steps: [ORDER, { do: "edit", set: [{ sku: "LAMP", quantity: 0 }] }, SHIP] },
  { ...DROP_SHIPPED, name: "drop-ship-line-added", title: "Drop shipping: a line is added", tells: "Two more lamps were added and paid. They go on the purchase order that Lumen has already.", steps: [ORDER, { do: "edit", set: [{ sku: "LAMP", quantity: 3 }] }, { do: "pay" }] },
  { ...DROP_SHIPPED, name: "drop-ship-cancelled", title: "Drop shipping: cancelled before shipping", tells: "The order was cancelled and refunded before anything shipped. Both purchase orders are closed, and receivable, deposit account and credit are zero.", steps: [ORDER, { do: "cancel", refund: true }] },
  { ...DROP_SHIPPED, name: "drop-ship-came-back", title: "Drop shipping: goods come back after shipping", tells: "The lamp came back after the vendor had shipped it. The sale is taken back; the purchase order stays, since the vendor will bill it all the same.", steps: [ORDER, SHIP, { do: "refund", lines: [{ sku: "LAMP", quantity: 1, restock: true }] }] },
  { ...DROP_SHIPPED, name: "drop-ship-stopped", title: "Drop shipping: a rule stops purchase orders", tells: "The order is served from the shop's own stock, and a rule makes no purchase order for it.", rules: [...DROP_SHIPPED.rules, NO_MORE], steps: [created({ tags: ["own-stock"], line_items: [BLANKETS, LAMP] })] },
  { ...DROP_SHIPPED, name: "drop-ship-cost-of-shopify", title: "Drop shipping: Shopify's cost", tells: "QuickBooks has no purchase cost for the blanket, so Shopify's cost per item counts.", purchases: { ...DROP_SHIPPED.purchases, costs: { BLANKET: null, LAMP: "14.125" } }, steps: [created({ line_items: [BLANKETS] })] },
  { ...DROP_SHIPPED, name: "drop-ship-vendor-missing", title: "Drop shipping: a vendor is missing", tells: "QuickBooks has no vendor Lumen Ltd. Everything else is booked, and the lamp's purchase order follows once the vendor is there.", purchases: { ...DROP_SHIPPED.purchases, vendors: ["Highland Mills"] }, waitsFor: ["vendor_missing"], steps: [ORDER] },
];
