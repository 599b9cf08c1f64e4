/** Payment methods: people write Shopify's name ("PayPal"), settings hold the handle (`paypal`) that orders carry. */

/** Shopify's own; a custom payment method's handle is its name as written (06, transactions). */
const NAMES: Readonly<Record<string, string>> = {
  shopify_payments: "Shopify Payments",
  paypal: "PayPal",
  gift_card: "Gift Card",
  manual: "Manual",
  cash: "Cash",
  cash_on_delivery: "Cash on Delivery (COD)",
  bank_deposit: "Bank Deposit",
  money_order: "Money Order",
};

const HANDLES: ReadonlyMap<string, string> = new Map(Object.entries(NAMES).flatMap(([handle, name]) => [[handle, handle], [name.toLowerCase(), handle], [handle.replaceAll("_", " "), handle]]));

export const gatewayHandle = (written: string): string => HANDLES.get(written.trim().toLowerCase()) ?? written.trim();

export const gatewayName = (handle: string): string => NAMES[handle] ?? handle;
