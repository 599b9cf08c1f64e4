/** What can go wrong between the app and Shopify, as faults planned in the simulator. */

export const SHOPIFY_FAULTS = {
  "shopify throttled": { do: "throttled" },
  "shopify 500": { do: "status", status: 500 },
  "shopify lost": { do: "commitThenDrop" },
  "shopify html": { do: "html", status: 200 },
  "shopify truncated": { do: "truncate" },
  "shopify partial": { do: "partial", part: "node" },
} as const satisfies Record<string, object>;

export type ShopifyFaultKind = keyof typeof SHOPIFY_FAULTS;
