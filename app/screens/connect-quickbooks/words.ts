/** Why QuickBooks is not connected after a consent page, and what to do. */

export type ConnectFailure = "declined" | "invalid_state" | "not_authorised" | "company_taken" | "other_company";

export const TITLE = "QuickBooks is not connected";

export const SENTENCES = {
  declined: "Access was not allowed on QuickBooks' page. Nothing was changed.",
  invalid_state: "This link was used already, is too old, or belongs to another store. Open Tieout in your Shopify admin and choose Connect QuickBooks again.",
  not_authorised: "QuickBooks did not confirm the connection. Choose Connect QuickBooks again.",
  company_taken: "This QuickBooks company is connected to another Shopify store. Disconnect it there, or choose another company.",
  other_company: "This store is connected to another QuickBooks company. Disconnect that one first, or choose the same company.",
} as const satisfies Record<ConnectFailure, string>;
