/** The order page's "Why", kind by kind: every field of a planned document is told with its reason, or stands here as one that no page shows. */
import { describe, expect, test } from "vitest";
import { Temporal } from "temporal-polyfill";
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import type { DocumentKind } from "#app/domain/documents/kind.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { sampleOrder, usd } from "#app/domain/order/sample-order.ts";
import { jsonSafe } from "#app/pipeline/json-safe.ts";
import { formatFor } from "#app/screens/format.server.ts";
import { whyFields } from "#app/screens/order/why-fields.server.ts";
import { booked } from "./bodies-of.ts";

/** `null`: nothing that a page shows. What rules alone put on a form is told with the rule (`ruled-fields`). */
const HIDDEN = { kind: null, part: null, currency: null, legs: null, marker: null, ruled: null, closedDay: null, bundles: null } as const;
const SALES = {
  ...HIDDEN, number: "Number", date: "Date", total: "Total", memo: "Memo", lines: "Items", tax: "Tax", taxes: "Tax codes", billTo: "Billing address", shipTo: "Shipping address", email: "E-mail", customFields: "PO Number", chosen: null,
} as const;
const CHARGED = { ...HIDDEN, number: "Number", date: "Date", total: "Total", memo: "Memo", deposit: "Deposit account", expenses: "Accounts", gatewayName: null } as const;
const LABELS = {
  sales_order: { ...SALES, standing: "Status", lineClasses: null },
  invoice: { ...SALES, lineClasses: null, salesOrder: "Made from", covers: null, terms: "Terms", kept: null, shipment: "Shipment", salesOrderTotal: null, byEmail: null },
  sales_receipt: { ...SALES, lineClasses: null, deposit: "Deposit account", gatewayName: null, covers: null, methodId: null, paymentReference: "Reference" },
  credit_memo: SALES,
  refund_receipt: { ...SALES, deposit: "Deposit account", gatewayName: null, methodId: null },
  customer_refund: { ...HIDDEN, number: "Number", date: "Date", total: "Total", memo: "Memo", deposit: "Deposit account", receivable: "Receivable account", gatewayName: null },
  chargeback: CHARGED,
  chargeback_reversal: CHARGED,
  purchase_order: { ...HIDDEN, number: "Number", date: "Date", total: "Total", memo: "Memo", vendor: "Vendor", lines: "Unit costs", shipTo: "Shipping address", payable: null, ordinal: null, standing: null, codesLines: null, chosen: null },
  payment: { ...HIDDEN, number: null, date: "Date", total: "Total", memo: "Memo", deposit: "Deposit account", reference: "Reference", gatewayName: null, methodId: null, applications: "Applied to", became: null, becomes: null },
} as const satisfies { [Kind in DocumentKind]: Record<keyof Extract<PlannedDocument, { kind: Kind }>, string | null> };

const date = Temporal.PlainDate.from("2026-11-02");
const account = { id: "2", name: "Shopify Clearing" };
const address = { name: "Ada Young", company: null, line1: null, line2: null, city: "Hartford", region: null, postcode: null, countryCode: "US", phone: null };
const base = { part: "1", number: "1001", date, currency: "USD", total: usd("10.00"), legs: [], memo: "Shopify order #1001", marker: "[m]" };
const sale = {
  ...base, tax: usd("0.00"), billTo: address, shipTo: address, email: "ada@example.com", customFields: [{ id: "1", name: "PO Number", value: "77" }],
  lines: [{ role: "product" as const, item: "sku:TEE" as const, description: "Tee", quantity: 1, unitPrice: usd("10.00"), amount: usd("10.00"), taxed: false, account, taxCode: { id: "5", name: "20.0% S", set: "s" } }],
};
const WHOLE: { [Kind in DocumentKind]: Extract<PlannedDocument, { kind: Kind }> } = {
  sales_order: { ...sale, kind: "sales_order", standing: "accepted" },
  invoice: { ...sale, kind: "invoice", salesOrder: { kind: "sales_order", part: "1" }, covers: [], terms: { term: { id: "1", name: "Net 30" }, due: date }, shipment: "f1" },
  sales_receipt: { ...sale, kind: "sales_receipt", deposit: account, gatewayName: "PayPal", covers: [], paymentReference: "77" },
  credit_memo: { ...sale, kind: "credit_memo" },
  refund_receipt: { ...sale, kind: "refund_receipt", deposit: account, gatewayName: "PayPal" },
  customer_refund: { ...base, kind: "customer_refund", deposit: account, receivable: account, gatewayName: "PayPal" },
  chargeback: { ...base, kind: "chargeback", deposit: account, gatewayName: "PayPal", expenses: [{ description: "Chargeback", account, amount: usd("10.00") }] },
  chargeback_reversal: { ...base, kind: "chargeback_reversal", deposit: account, gatewayName: "PayPal", expenses: [{ description: "Chargeback", account, amount: usd("10.00") }] },
  purchase_order: {
    ...base, kind: "purchase_order", vendor: { id: "41", name: "Acme" }, payable: account, ordinal: 1, standing: "open", shipTo: address, codesLines: true,
    lines: [{ lineId: "gid://shopify/LineItem/1", item: "sku:TEE", description: "Tee", quantity: 1, unitCost: "8.125", amount: usd("8.13") }],
  },
  payment: { ...base, kind: "payment", number: null, deposit: account, reference: "900", gatewayName: "PayPal", applications: [] },
};

test("documents as they are planned, with what they leave out, are all told", () => {
  const { plan } = booked({ order: sampleOrder({ paid: ["43.20"], fulfilled: "everything" }) });
  expect(whyFields({ name: "#1001", status: "paid", plan: jsonSafe(plan.documents) }, DEFAULT_SETTINGS, formatFor({ country: "US", timeZone: "America/New_York" }))).toHaveLength(plan.documents.length);
});

describe.each(Object.keys(LABELS) as DocumentKind[])("why a %s is as it is", (kind) => {
  const [told] = whyFields({ name: "#1001", status: "paid", plan: jsonSafe([WHOLE[kind]]) }, DEFAULT_SETTINGS, formatFor({ country: "US", timeZone: "America/New_York" }));
  const labels = Object.values(LABELS[kind]).filter((label) => label !== null);

  test.each(labels)("%s has a value and a reason", (label) => {
    const field = told?.fields.find((each) => each.label === label);
    expect(field?.value).toBeTruthy();
    expect(field?.because).toBeTruthy();
  });
});
