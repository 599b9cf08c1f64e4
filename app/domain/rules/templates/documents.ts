/** Templates on whether an order is synced, and which documents it gets. */
import type { Row } from "../rule.ts";
import { template, type Template } from "./template.ts";

const row = (field: string, op: string, value?: unknown): Row => ({ field, op, ...(value === undefined ? {} : { value }) });

export const DOCUMENT_TEMPLATES: readonly Template[] = [
  template("invoices_when_fulfilled", "The sales order comes at once, the invoice when everything has shipped.", [], {
    title: "Create invoices only for fulfilled orders", when: { all: [row("order.status", "equals", "fulfilled")] }, unless: true, then: [{ action: "stop_creating_invoices" }],
  }),
  template("invoices_when_paid", "The invoice comes when the order is paid in full.", [], {
    title: "Create invoices only for paid orders", when: { all: [row("order.financialStatus", "equals", "paid")] }, unless: true, then: [{ action: "stop_creating_invoices" }],
  }),
  template("unpaid_by_payment_method", "Payments of this method are recorded somewhere else, such as from PayPal's own feed.", ["the payment method"], {
    title: "Mark as unpaid by payment method", when: { all: [row("order.paymentMethod", "equals", "PayPal")] }, then: [{ action: "mark_as_unpaid", value: true }],
  }),
  template("unpaid_until_fulfilled", "No payment is recorded before the goods have shipped.", [], {
    title: "Mark unfulfilled orders as unpaid", when: { all: [row("order.fulfillmentStatus", "equals", "fulfilled")] }, unless: true, then: [{ action: "mark_as_unpaid", value: true }],
  }),
  template("no_test_orders", "Whatever settings say about them.", [], {
    title: "Do not sync test orders", when: { all: [row("order.test", "is_yes")] }, then: [{ action: "do_not_sync" }],
  }),
  template("no_tagged_orders", "A tag in Shopify keeps an order out of the books.", ["the tag"], {
    title: "Do not sync orders tagged no-books", when: { all: [row("order.tags", "any_of_its_is", ["no-books"])] }, then: [{ action: "do_not_sync" }],
  }),
  template("receipts_for_pos", "Counter sales are paid at once and need no invoice.", [], {
    title: "Sales receipts for POS", when: { all: [row("order.sourceName", "equals", "pos")] }, then: [{ action: "use_transaction_type", type: "sales_receipt" }],
  }),
  template("invoices_for_b2b", "Companies get an invoice whatever everybody else gets.", [], {
    title: "Invoices for B2B", when: { all: [row("order.companyLocation", "is_not_empty")] }, then: [{ action: "use_transaction_type", type: "invoice" }],
  }),
  template("drop_ship_by_vendor", "Lines of a vendor who ships them himself go on a purchase order to him, in the mode with purchase orders.", ["the vendor in Shopify", "the vendor in QuickBooks"], {
    title: "Drop ship by product vendor", when: { all: [row("line.vendor", "equals", "Acme")] }, then: [{ action: "drop_ship", vendor: "Acme" }],
  }),
  template("hold_large_orders", "Large orders wait until somebody has looked at them.", ["the amount"], {
    title: "Hold orders above 1,000 for review", when: { all: [row("order.total", "greater_than", 1_000)] }, then: [{ action: "hold_for_review" }],
  }),
];
