/** An issue as the screens show it, with the place in the app where its remedy is, if it is there. */
import type { IssueCode } from "#app/domain/issues/issue.ts";
import type { IssueRow } from "#app/pipeline/ports/shop-desk.ts";

import { counted, type Format } from "./format.server.ts";
import { orderPath } from "./order-path.server.ts";
import type { IssueView } from "./shared-views.ts";

const SETTINGS = { label: "Open settings", url: "/app/settings" };
const RULES = { label: "Open rules", url: "/app/rules" };
const CONNECTION = { label: "Open connection", url: "/app/connection" };

/** Null: the remedy is in Shopify or QuickBooks, or on the order itself. */
const FIXES = {
  account_missing: SETTINGS,
  gateway_not_mapped: SETTINGS,
  item_missing: SETTINGS,
  estimates_off: SETTINGS,
  already_in_quickbooks: SETTINGS,
  currency_not_supported: CONNECTION,
  company_country_not_supported: CONNECTION,
  feature_not_supported: null,
  books_do_not_balance: null,
  order_does_not_add_up: null,
  books_differ: null,
  period_closed: null,
  rejected_by_quickbooks: null,
  link_refused: null,
  receipt_cannot_follow: null,
  customer_is_owed: null,
  kept_not_booked: null,
  document_changed_in_quickbooks: null,
  order_not_readable: null,
  credit_applied_by_quickbooks: CONNECTION,
  payment_deposited: null,
  removal_refused: null,
  made_twice: null,
  webhooks_missing: null,
  tax_code_missing: SETTINGS,
  rounding_not_accepted: SETTINGS,
  customer_exempt_in_quickbooks: null,
  too_many_lines: null,
  off_stock_item_missing: null,
  bundle_incomplete: null,
  customer_inactive: null,
  split_shipment_changed: null,
  rule_names_missing: null,
  setting_names_missing: SETTINGS,
  customer_missing: SETTINGS,
  credits_applied_by_themselves: SETTINGS,
  number_too_long: RULES,
  held_in_books: RULES,
  chargeback_open: null,
  chargeback_lost: null,
  chargeback_not_returned: null,
  vendor_missing: null,
  purchase_cost_missing: null,
  item_not_bought: null,
  purchase_orders_off: SETTINGS,
  purchase_order_stays: null,
  purchase_number_too_long: null,
} as const satisfies Record<IssueCode, IssueView["fix"]>;

const isKnown = (code: string): code is IssueCode => code in FIXES;

export function issueView({ id, code, sentence, remedy, orderCount, firstOrderId }: IssueRow, format: Format): IssueView {
  const url = orderCount === 1 && firstOrderId !== null ? orderPath(firstOrderId) : "/app/orders?show=needs-you";
  const label = `${counted(format, orderCount, "order")} waiting`;
  return { id, sentence, remedy, waiting: orderCount === 0 ? null : { label, url }, fix: isKnown(code) ? FIXES[code] : null };
}
