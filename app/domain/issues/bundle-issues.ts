/** What keeps a QuickBooks bundle from being booked as what it holds. */
import type { Issue } from "./issue.ts";

const BY_ITSELF = "its orders continue by themselves.";

export const bundleComponentGone = (bundle: string, component: string): Issue => ({
  code: "bundle_incomplete",
  cause: `${bundle}: ${component}`,
  sentence: `The QuickBooks bundle "${bundle}" holds "${component}", which was made inactive there or books on no income account, so the bundle cannot be sold.`,
  remedy: `Make "${component}" active in QuickBooks (Products and services) with an income account, or take it out of the bundle "${bundle}"; ${BY_ITSELF}`,
});

export const bundleEmpty = (bundle: string): Issue => ({
  code: "bundle_incomplete",
  cause: bundle,
  sentence: `The QuickBooks bundle "${bundle}" holds nothing, so there is nothing to sell.`,
  remedy: `Put products into the bundle "${bundle}" in QuickBooks (Products and services); ${BY_ITSELF}`,
});

/** Only goods are bundles. */
export const bundleForCharge = (bundle: string, charge: "shipping" | "discount"): Issue => ({
  code: "bundle_incomplete",
  cause: `${charge} ${bundle}`,
  sentence: `A rule books ${charge === "shipping" ? "shipping" : "discounts"} on "${bundle}", which is a bundle in QuickBooks: a bundle holds goods and has no income account.`,
  remedy: `Name a service or non-inventory item in the rule; ${BY_ITSELF}`,
});
