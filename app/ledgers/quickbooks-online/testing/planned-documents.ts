/** Planned documents for the tests of this ledger: story A2 in small, with a discount, shipping and tax. */
import { Temporal } from "temporal-polyfill";
import type { ItemKey } from "#app/domain/books/books.ts";
import type { ChargebackDocument, ChargebackReversalDocument, DocumentLine, InvoiceDocument, PaymentDocument, PurchaseOrderDocument, SalesOrderDocument } from "#app/domain/documents/document.ts";
import { money } from "#app/domain/money/money.ts";
import type { References } from "#app/pipeline/ports/ledger.ts";

const usd = (minor: bigint) => money("USD", minor);
const account = (id: string, name: string) => ({ id, name });

export const LINES: DocumentLine[] = [
  {
    role: "product", item: "sku:TEE-RED", description: "Red tee", quantity: 2, unitPrice: usd(2000n), amount: usd(4000n), taxed: true,
    account: account("79", "Sales of Product Income"),
  },
  {
    role: "shipping", item: "role:shipping", description: "Standard", quantity: null, unitPrice: null, amount: usd(750n), taxed: false,
    account: account("80", "Shipping Income"),
  },
  {
    role: "discount", item: null, description: "Discount SPRING", quantity: null, unitPrice: null, amount: usd(-500n), taxed: false,
    account: account("81", "Discounts Given"),
  },
];

const base = { part: "1", currency: "USD", legs: [], memo: "Shopify order #1001\nhttps://shop/orders/1" };
const address = {
  name: "Ada Lovelace", company: "AE Ltd", line1: "1 Main St", line2: "Apt 2", city: "Bayshore", region: "CA", postcode: "94326", countryCode: "US", phone: null,
};
const sales = {
  ...base, number: "1001", lines: LINES, tax: usd(320n), total: usd(4570n), billTo: address, shipTo: address, email: "ada@example.com",
};

export const SALES_ORDER: SalesOrderDocument = {
  kind: "sales_order", ...sales, date: Temporal.PlainDate.from("2026-11-02"), standing: "accepted", marker: "[tieout shop/1/sales_order/1]",
};

export const INVOICE: InvoiceDocument = {
  kind: "invoice", ...sales, date: Temporal.PlainDate.from("2026-11-20"), salesOrder: { kind: "sales_order", part: "1" }, covers: [], marker: "[tieout shop/1/invoice/1]",
};

export const PAYMENT: PaymentDocument = {
  kind: "payment", ...base, part: "501", number: null, date: Temporal.PlainDate.from("2026-11-02"), total: usd(4570n), deposit: account("36", "Shopify Clearing"),
  reference: "501", gatewayName: "Shopify Payments", applications: [], marker: "[tieout shop/1/payment/501]",
};

export const APPLIED_PAYMENT: PaymentDocument = { ...PAYMENT, applications: [{ to: { kind: "invoice", part: "1" }, amount: usd(4570n) }] };

const charged = {
  ...base, part: "9", total: usd(6070n), deposit: account("36", "Shopify Clearing"), gatewayName: "Shopify Payments",
  expenses: [{ description: "Chargeback of order #1001", account: account("90", "Chargebacks"), amount: usd(4570n) }, { description: "Chargeback fee of order #1001", account: account("91", "Merchant Fees"), amount: usd(1500n) }],
};
export const CHARGEBACK: ChargebackDocument = { kind: "chargeback", ...charged, number: "1001-B1", date: Temporal.PlainDate.from("2026-11-24"), marker: "[tieout shop/1/chargeback/9]" };
export const CHARGEBACK_REVERSAL: ChargebackReversalDocument = { kind: "chargeback_reversal", ...charged, number: null, date: Temporal.PlainDate.from("2026-12-09"), marker: "[tieout shop/1/chargeback_reversal/9]" };

export const PURCHASE_ORDER: PurchaseOrderDocument = {
  kind: "purchase_order", ...base, part: "41", number: "1001-D1", date: Temporal.PlainDate.from("2026-11-02"), total: usd(1625n), vendor: { id: "41", name: "Acme" },
  payable: account("33", "Accounts Payable"), ordinal: 1, standing: "open", shipTo: address, codesLines: true, marker: "[tieout shop/1/purchase_order/41]",
  lines: [{ lineId: "gid://shopify/LineItem/1", item: "sku:TEE-RED", description: "Red tee", quantity: 2, unitCost: "8.125", amount: usd(1625n) }],
};

const gbp = (minor: bigint) => money("GBP", minor);
const STANDARD = { id: "20", name: "20.0% S", set: "VAT 20%" };

/** Prices include 20 % tax: 2 × 12.00 less 2.40, shipping 4.99, of which 3.60 and 0.83 are tax. */
export const INCLUSIVE_INVOICE: InvoiceDocument = {
  ...INVOICE, currency: "GBP", tax: gbp(443n), total: gbp(2659n), salesOrder: null,
  taxes: { mode: "inclusive", lines: [{ rate: { id: "7", name: "Standard", percent: "20" }, net: gbp(2216n), amount: gbp(443n) }] },
  lines: [
    { role: "product", item: "sku:TEE-RED", description: "Red tee", quantity: 2, unitPrice: gbp(1000n), amount: gbp(2000n), withTax: gbp(2400n), taxed: true, taxCode: STANDARD, account: account("79", "Sales of Product Income") },
    { role: "shipping", item: "role:shipping", description: "Royal Mail", quantity: null, unitPrice: null, amount: gbp(416n), withTax: gbp(499n), taxed: true, taxCode: STANDARD, account: account("80", "Shipping Income") },
    { role: "discount", item: "role:discount", description: "Discount SPRING", quantity: null, unitPrice: null, amount: gbp(-200n), withTax: gbp(-240n), taxed: true, taxCode: STANDARD, account: account("81", "Discounts Given") },
  ],
};

export const REFERENCES: References = {
  customerId: "24",
  items: new Map<ItemKey, string>([["sku:TEE-RED", "5"], ["role:shipping", "6"], ["role:discount", "9"]]),
  documents: new Map([["sales_order/1", "100"], ["invoice/1", "130"]]),
};
