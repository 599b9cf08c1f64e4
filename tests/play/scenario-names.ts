/** Every scenario of sandbox/scenarios, by how it is played; a scenario that no list names fails a test. */

/** One after the other: some set or move the clock, which all stories of a world share and which must never go back. */
export const OF_ORDERS = [
  "a01", "a02", "a03", "a04", "a05", "rules-mark-as-paid", "rules-items-and-lines", "settings-choices", "settings-customers",
  "a06", "a07", "a09-not-restocked", "a12-closed",
  "a12-closed-since", "a14", "a15", "a19-jpy", "a19-kwd", "a19-off", "a18-duties", "a19-presentment", "a19-refunds", "marketplace-tax",
  "sales-receipt-gb", "sales-receipts", "sales-receipts-changed", "a21", "a34", "m07", "new-gateway",
];

/** So too: what people did in QuickBooks or Shopify meanwhile, and what was in the way. */
export const WITH_OTHER_HANDS = [
  "a23-merged", "a23-inactive", "a27", "a27-both", "a28", "a28-next-number", "a28-differs", "a29", "a29-by-hand", "a32", "a32-allowed", "a32-new",
  "a36", "a36-resync", "a36-closed", "a38", "a39", "a39-before-shipping", "rest-refunded-after-part-shipped", "auto-apply-own", "auto-apply-foreign",
  "auto-apply-payments", "auto-apply-credit-memo", "auto-apply-card", "drop-ship", "lines-come-again-before-shipping",
  "lines-come-again-after-the-invoice", "refused-at-the-door", "customer-changed", "a33", "a33-by-hand", "a26",
];

/** Side by side, each in a shop and a company of its own: none sets or moves the clock. */
export const SIDE_BY_SIDE = [
  "given-back-before-shipping", "given-back-after-the-invoice", "changed-before-shipping", "edited-after-the-invoice", "cancelled-after-the-invoice",
  "gift-cards", "small-print", "products", "bundles-gb", "a25-too-many", "a13-each", "a13-kept", "a13-link-leaves-open", "a33-told",
];

/** Played where more is expected of them than they say themselves. */
export const ELSEWHERE = ["a25", "bundles", "customers", "webhooks5x"];
