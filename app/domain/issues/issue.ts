/** Issues: one cause that needs a person, told with its remedy. The wording lives here so that screens, play and e-mails say the same. */
import type { DocumentKind } from "../documents/kind.ts";

export const ISSUE_CODES = [
  "currency_not_supported", "company_country_not_supported", "account_missing", "gateway_not_mapped", "item_missing", "estimates_off", "feature_not_supported",
  "books_do_not_balance", "order_does_not_add_up", "books_differ", "already_in_quickbooks", "period_closed", "rejected_by_quickbooks", "link_refused",
  "document_changed_in_quickbooks", "order_not_readable", "credit_applied_by_quickbooks", "payment_deposited", "removal_refused", "made_twice", "webhooks_missing", "receipt_cannot_follow", "customer_is_owed", "kept_not_booked",
  "tax_code_missing", "rounding_not_accepted", "customer_exempt_in_quickbooks", "too_many_lines", "off_stock_item_missing", "bundle_incomplete", "customer_inactive", "split_shipment_changed", "rule_names_missing", "number_too_long", "held_in_books", "chargeback_open", "chargeback_lost", "chargeback_not_returned",
  "setting_names_missing", "customer_missing", "credits_applied_by_themselves",
  "vendor_missing", "purchase_cost_missing", "item_not_bought", "purchase_orders_off", "purchase_order_stays", "purchase_number_too_long",
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** A document in the books that the issue is about and that is not the order's yet: what a person may link. `differs`: customer or total is known to differ. */
export type FoundDocument = { kind: DocumentKind; part: string; ledgerId: string; differs: boolean };

export type Issue = {
  code: IssueCode;
  /** Orders with the same cause share one issue: code plus what distinguishes the cause (an account role, a SKU, an order). */
  cause: string;
  /** What is wrong, with the actual values. */
  sentence: string;
  /** The one thing to do. */
  remedy: string;
  found?: FoundDocument;
};
