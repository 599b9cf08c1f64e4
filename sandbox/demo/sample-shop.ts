/** The shop that `npm run demo` opens: small, in USD, with orders that wait for payment or shipment. */
import type { NewShop } from "#sandbox/shopify/start-shopify.ts";

export const SAMPLE_SHOP = {
  domain: "harbour-goods.myshopify.com",
  name: "Harbour Goods",
  currency: "USD",
  timeZone: "America/New_York",
  country: "US",
} as const satisfies NewShop;

/** In the inline shape of the play format's `create` step. */
export const SAMPLE_ORDERS = [
  {
    name: "#1001",
    financial_status: "paid",
    customer: { first_name: "Ada", last_name: "Lovelace", email: "ada@example.com" },
    line_items: [{ sku: "TEE-RED-M", title: "Classic tee, red, M", quantity: 2, price: "19.99", tax_lines: [{ title: "NY sales tax", rate: 0.08875, price: "3.55" }] }],
    shipping: "7.90",
  },
  {
    name: "#1002",
    financial_status: "pending",
    customer: { first_name: "Grace", last_name: "Hopper", email: "grace@example.com" },
    line_items: [{ sku: "MUG-ENAMEL", title: "Enamel mug", quantity: 4, price: "14.50", taxable: false }],
    discount: { code: "WELCOME10", amount: "5.80" },
  },
] as const;
