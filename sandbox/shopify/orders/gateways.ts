/** What Shopify calls the ways to pay: the handle in `gateway` and the words in `formattedGateway`. */

const HANDLES: Record<string, string> = {
  "shopify payments": "shopify_payments",
  "gift card": "gift_card",
  "cash on delivery": "cash_on_delivery",
  "bank deposit": "bank_deposit",
  "money order": "money_order",
};

const FORMATTED: Record<string, string> = {
  shopify_payments: "Shopify Payments",
  paypal: "PayPal",
  gift_card: "Gift Card",
  manual: "Manual",
  cash: "Cash",
  cash_on_delivery: "Cash on Delivery (COD)",
  bank_deposit: "Bank Deposit",
  money_order: "Money Order",
  bogus: "(For Testing) Bogus Gateway",
};

/** Gateways whose money a person confirms by hand. */
const MANUAL = new Set(["manual", "cash_on_delivery", "bank_deposit", "money_order"]);

export type Gateway = { gateway: string; formattedGateway: string; manual: boolean };

/** "PayPal", "paypal" → handle `paypal`; a name Shopify does not know stays as written, as custom payment methods do. */
export function gatewayNamed(written: string): Gateway {
  const lower = written.trim().toLowerCase();
  const candidate = HANDLES[lower] ?? lower;
  const gateway = Object.hasOwn(FORMATTED, candidate) ? candidate : written.trim();
  return { gateway, formattedGateway: FORMATTED[gateway] ?? gateway, manual: MANUAL.has(gateway) };
}
