/** What keeps a purchase order from being made or changed. The rest of the order goes on without it. */
import type { Issue } from "./issue.ts";

const BY_ITSELF = "the purchase order follows by itself.";

/** `name`: as the rule, or Shopify's product, calls the vendor. */
export const vendorMissing = (name: string): Issue => ({
  code: "vendor_missing",
  cause: name.trim().toLowerCase(),
  sentence: `QuickBooks has no vendor "${name}", so nothing can be ordered from them.`,
  remedy: `Create the vendor "${name}" in QuickBooks (Expenses, Vendors), or name another one in the rule; ${BY_ITSELF}`,
});

export const vendorUnknown = (item: string): Issue => ({
  code: "vendor_missing",
  cause: `item ${item}`,
  sentence: `It is not known who ships "${item}": its rule names no vendor, its QuickBooks item has no preferred one, and its product has none in Shopify.`,
  remedy: `Choose a preferred vendor for the item in QuickBooks (Products and services), or name one in the rule; ${BY_ITSELF}`,
});

export const vendorInOtherCurrency = (name: string, theirs: string, own: string): Issue => ({
  code: "vendor_missing",
  cause: `currency of ${name}`,
  sentence: `The vendor "${name}" is kept in ${theirs} in QuickBooks, and costs are known in ${own} only.`,
  remedy: `Enter this purchase order by hand in QuickBooks, or name a vendor in ${own} in the rule; ${BY_ITSELF}`,
});

/** `byShopify`: its cost in Shopify would do; what a bundle holds has none there. */
export const purchaseCostMissing = (item: string, byShopify: boolean): Issue => ({
  code: "purchase_cost_missing",
  cause: item,
  sentence: `It is not known what "${item}" costs: its QuickBooks item has no purchase cost${byShopify ? ", and Shopify has no cost per item for it that could be used" : ", and it is sold in a bundle, whose cost in Shopify says nothing of its parts"}.`,
  remedy: `Enter the cost of "${item}" in QuickBooks (Products and services, purchasing information)${byShopify ? " or in Shopify" : ""}; ${BY_ITSELF}`,
});

export const itemNotBought = (item: string): Issue => ({
  code: "item_not_bought",
  cause: item,
  sentence: `The item "${item}" has no purchasing information in QuickBooks, so it cannot stand on a purchase order.`,
  remedy: `Tick "I purchase this product/service from a vendor" on the item in QuickBooks and choose an expense account such as Cost of Goods Sold; ${BY_ITSELF}`,
});

export const purchaseOrdersOff = (): Issue => ({
  code: "purchase_orders_off",
  cause: "company",
  sentence: "Purchase orders are switched off in this QuickBooks company, or its plan does not have them (QuickBooks Online Plus and Advanced do).",
  remedy: "Switch purchase orders on in QuickBooks (Account and settings, Expenses), upgrade the plan, or choose a mode without purchase orders.",
});

/** A number cut short could be another order's. */
export const purchaseNumberTooLong = (orderName: string, number: string): Issue => ({
  code: "purchase_number_too_long",
  cause: orderName,
  sentence: `The purchase order of order ${orderName} would be numbered ${number}; QuickBooks takes 21 characters.`,
  remedy: `Give the order a shorter number by a rule ("Set document number"), or a shorter number prefix in Settings; ${BY_ITSELF}`,
});

const STANDS = {
  billed: { sentence: "it was billed", remedy: "Enter a vendor credit for what is not bought in QuickBooks" },
  closed: { sentence: "it was closed in QuickBooks", remedy: "Open it again in QuickBooks if it is to be corrected" },
  emailed: { sentence: "it was e-mailed to the vendor", remedy: "Tell the vendor, and change the purchase order in QuickBooks" },
  changed: { sentence: "somebody changed it in QuickBooks", remedy: "Change it in QuickBooks as the order is now" },
} as const;

/** `wanted`: what the order asks for now, in words. */
export const purchaseOrderStays = (orderName: string, document: string, why: keyof typeof STANDS, wanted: string): Issue => ({
  code: "purchase_order_stays",
  cause: `${orderName} ${document}`,
  sentence: `The ${document} of order ${orderName} stays as it is, because ${STANDS[why].sentence}; the order was changed, and now ${wanted}.`,
  remedy: `${STANDS[why].remedy}.`,
});
