import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { PlannedDocument } from "#app/domain/documents/document.ts";
import { money } from "#app/domain/money/money.ts";
import type { LedgerWrite } from "#app/pipeline/ports/ledger.ts";
import { contractsDir } from "#tests/contracts/contracts-dir.ts";
import { validateQuickBooksBody } from "#tests/contracts/quickbooks-body.ts";
import { ENTITIES, writeToWire } from "./documents.ts";
import { APPLIED_PAYMENT, CHARGEBACK, CHARGEBACK_REVERSAL, INCLUSIVE_INVOICE, INVOICE, LINES, PAYMENT, REFERENCES, SALES_ORDER } from "../testing/planned-documents.ts";
import { UnmappableError } from "./wire-body.ts";

const HOME = { homeCurrency: "USD", multiCurrency: false };
const existing = { id: "163", syncToken: "2" };
const create = (document: PlannedDocument): LedgerWrite => ({ op: "create", document, references: REFERENCES, requestId: "r" });
const change = (op: "update" | "apply" | "close", document: PlannedDocument): LedgerWrite => ({ op, document, references: REFERENCES, requestId: "r", existing });

const ADDRESS = {
  Line1: "Ada Lovelace", Line2: "AE Ltd", Line3: "1 Main St", Line4: "Apt 2", City: "Bayshore", CountrySubDivisionCode: "CA", PostalCode: "94326", Country: "US",
};
const FIGURES = {
  Line: [
    {
      Description: "Red tee", Amount: 40, DetailType: "SalesItemLineDetail",
      SalesItemLineDetail: { ItemRef: { value: "5" }, Qty: 2, UnitPrice: 20, TaxCodeRef: { value: "TAX" } },
    },
    { Description: "Standard", Amount: 7.5, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "6" }, TaxCodeRef: { value: "NON" } } },
    {
      Description: "Discount SPRING", Amount: 5, DetailType: "DiscountLineDetail",
      DiscountLineDetail: { PercentBased: false, DiscountAccountRef: { value: "81" } },
    },
  ],
  ApplyTaxAfterDiscount: true,
  TxnTaxDetail: { TotalTax: 3.2 },
};

const EXPENSE_LINES = (kind: "AccountBasedExpenseLineDetail" | "DepositLineDetail"): object[] => [["Chargeback of order #1001", 45.7, "90"], ["Chargeback fee of order #1001", 15, "91"]].map(([Description, Amount, value]) => ({ Description, Amount, DetailType: kind, [kind]: { AccountRef: { value } } }));

const BODIES: [string, LedgerWrite, Record<string, unknown>][] = [
  [
    "a chargeback is an expense of the deposit account that names the customer and no receivable", create(CHARGEBACK),
    {
      PaymentType: "Cash", AccountRef: { value: "36" }, EntityRef: { value: "24", type: "Customer" }, TxnDate: "2026-11-24", DocNumber: "1001-B1",
      PrivateNote: "Shopify order #1001\nhttps://shop/orders/1\n[tieout shop/1/chargeback/9]", Line: EXPENSE_LINES("AccountBasedExpenseLineDetail"),
    },
  ],
  [
    "what came back of it is a bank deposit on that account, without a number", create(CHARGEBACK_REVERSAL),
    { DepositToAccountRef: { value: "36" }, TxnDate: "2026-12-09", PrivateNote: "Shopify order #1001\nhttps://shop/orders/1\n[tieout shop/1/chargeback_reversal/9]", Line: EXPENSE_LINES("DepositLineDetail") },
  ],
  [
    "a changed chargeback sends its lines and leaves day, number and memo alone", change("update", CHARGEBACK),
    { Id: "163", SyncToken: "2", sparse: true, PaymentType: "Cash", AccountRef: { value: "36" }, EntityRef: { value: "24", type: "Customer" }, Line: EXPENSE_LINES("AccountBasedExpenseLineDetail") },
  ],
  ["and so does what came back", change("update", CHARGEBACK_REVERSAL), { Id: "163", SyncToken: "2", sparse: true, DepositToAccountRef: { value: "36" }, Line: EXPENSE_LINES("DepositLineDetail") }],
  [
    "a new sales order is an estimate", create(SALES_ORDER),
    {
      CustomerRef: { value: "24" }, TxnDate: "2026-11-02", DocNumber: "1001",
      PrivateNote: "Shopify order #1001\nhttps://shop/orders/1\n[tieout shop/1/sales_order/1]",
      BillAddr: ADDRESS, ShipAddr: ADDRESS, BillEmail: { Address: "ada@example.com" }, ...FIGURES, TxnStatus: "Accepted",
    },
  ],
  [
    "a changed sales order sends all its lines and leaves date, number and memo alone", change("update", { ...SALES_ORDER, standing: "pending" }),
    { Id: "163", SyncToken: "2", sparse: true, CustomerRef: { value: "24" }, ...FIGURES, TxnStatus: "Pending" },
  ],
  ["closing a sales order sends its status only", change("close", SALES_ORDER), { Id: "163", SyncToken: "2", sparse: true, TxnStatus: "Closed" }],
  [
    "an invoice names its estimate in the header", create(INVOICE),
    {
      CustomerRef: { value: "24" }, TxnDate: "2026-11-20", DocNumber: "1001",
      PrivateNote: "Shopify order #1001\nhttps://shop/orders/1\n[tieout shop/1/invoice/1]",
      BillAddr: ADDRESS, ShipAddr: ADDRESS, BillEmail: { Address: "ada@example.com" }, LinkedTxn: [{ TxnId: "100", TxnType: "Estimate" }], ...FIGURES,
    },
  ],
  [
    "an invoice on terms names them, Shopify's due date and the buyer's own number",
    create({ ...INVOICE, salesOrder: null, terms: { term: { id: "3", name: "Net 30" }, due: Temporal.PlainDate.from("2026-12-02") }, customFields: [{ id: "2", name: "PO Number", value: "PO-7781" }] }),
    {
      CustomerRef: { value: "24" }, TxnDate: "2026-11-20", DocNumber: "1001", SalesTermRef: { value: "3" }, DueDate: "2026-12-02",
      PrivateNote: "Shopify order #1001\nhttps://shop/orders/1\n[tieout shop/1/invoice/1]", CustomField: [{ DefinitionId: "2", Type: "StringType", StringValue: "PO-7781" }],
      BillAddr: ADDRESS, ShipAddr: ADDRESS, BillEmail: { Address: "ada@example.com" }, ...FIGURES,
    },
  ],
  [
    "an invoice whose prices include tax sends net amounts, what the buyer saw, and the shop's tax per rate", change("update", INCLUSIVE_INVOICE),
    {
      Id: "163", SyncToken: "2", sparse: true, CustomerRef: { value: "24" },
      Line: [
        {
          Description: "Red tee", Amount: 20, DetailType: "SalesItemLineDetail",
          SalesItemLineDetail: { ItemRef: { value: "5" }, Qty: 2, UnitPrice: 10, TaxCodeRef: { value: "20" }, TaxInclusiveAmt: 24 },
        },
        { Description: "Royal Mail", Amount: 4.16, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "6" }, TaxCodeRef: { value: "20" }, TaxInclusiveAmt: 4.99 } },
        { Description: "Discount SPRING", Amount: -2, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "9" }, TaxCodeRef: { value: "20" }, TaxInclusiveAmt: -2.4 } },
      ],
      GlobalTaxCalculation: "TaxInclusive",
      TxnTaxDetail: {
        TotalTax: 4.43,
        TaxLine: [{ Amount: 4.43, DetailType: "TaxLineDetail", TaxLineDetail: { TaxRateRef: { value: "7" }, PercentBased: true, TaxPercent: 20, NetAmountTaxable: 22.16 } }],
      },
    },
  ],
  [
    "a changed invoice keeps its link by not naming it", change("update", INVOICE),
    { Id: "163", SyncToken: "2", sparse: true, CustomerRef: { value: "24" }, ...FIGURES },
  ],
  [
    "a payment before the invoice has no lines", create(PAYMENT),
    {
      CustomerRef: { value: "24" }, TxnDate: "2026-11-02", TotalAmt: 45.7, PaymentRefNum: "501", DepositToAccountRef: { value: "36" },
      PrivateNote: "Shopify order #1001\nhttps://shop/orders/1\n[tieout shop/1/payment/501]",
    },
  ],
  [
    "applying a payment sends its lines, its total and its customer", change("apply", APPLIED_PAYMENT),
    {
      Id: "163", SyncToken: "2", sparse: true, CustomerRef: { value: "24" }, TotalAmt: 45.7,
      Line: [{ Amount: 45.7, LinkedTxn: [{ TxnId: "130", TxnType: "Invoice" }] }],
    },
  ],
  [
    "freeing a payment sends an empty list of lines", change("update", PAYMENT),
    { Id: "163", SyncToken: "2", sparse: true, CustomerRef: { value: "24" }, TotalAmt: 45.7, Line: [] },
  ],
];

describe("documents on QuickBooks' wire", () => {
  test.each(BODIES)("%s", (_name, write, body) => {
    expect(writeToWire(write, HOME)).toEqual(body);
  });

  test("an unnumbered document sends no number, a nameless address and no e-mail nothing", () => {
    const body = writeToWire(create({ ...SALES_ORDER, number: null, billTo: null, email: "not an address" }), HOME);
    expect(body).not.toHaveProperty("DocNumber");
    expect(body).not.toHaveProperty("BillAddr");
    expect(body).not.toHaveProperty("BillEmail");
  });

  test("the currency is named only where multi-currency is on", () => {
    expect(writeToWire(create(PAYMENT), { homeCurrency: "USD", multiCurrency: true })).toHaveProperty("CurrencyRef", { value: "USD" });
    expect(writeToWire(create(INVOICE), { homeCurrency: "USD", multiCurrency: true })).toHaveProperty("CurrencyRef", { value: "USD" });
    expect(writeToWire(create(PAYMENT), HOME)).not.toHaveProperty("CurrencyRef");
  });

  test("a company outside the US that keeps no sales tax is told so, without codes", () => {
    const body = writeToWire(create({ ...INVOICE, taxes: { mode: "none" } }), HOME);
    expect(body).toHaveProperty("GlobalTaxCalculation", "NotApplicable");
    expect(body).not.toHaveProperty("TxnTaxDetail");
    expect(JSON.stringify(body)).not.toContain("TaxCodeRef");
  });

  test("tax on top is TaxExcluded, and only where prices include it does a line say what the buyer saw", () => {
    const lines = INCLUSIVE_INVOICE.lines.map((line) => ({ ...line, withTax: undefined }));
    const body = writeToWire(create({ ...INCLUSIVE_INVOICE, lines, taxes: { mode: "exclusive", lines: [] } }), { homeCurrency: "GBP", multiCurrency: false });
    expect(body).toHaveProperty("GlobalTaxCalculation", "TaxExcluded");
    expect(JSON.stringify(body)).not.toContain("TaxInclusiveAmt");
  });

  test("no tax is sent as zero, so that QuickBooks does not work one out", () => {
    expect(writeToWire(create({ ...INVOICE, tax: money("USD", 0n) }), HOME)).toHaveProperty("TxnTaxDetail", { TotalTax: 0 });
  });

  test("a discount with an item is a negative item line", () => {
    const lines = LINES.map((line) => (line.role === "discount" ? { ...line, item: "role:discount" as const } : line));
    const references = { ...REFERENCES, items: new Map([...REFERENCES.items, ["role:discount", "9"] as const]) };
    const body = writeToWire({ op: "create", document: { ...INVOICE, lines }, references, requestId: "r" }, HOME);
    expect(body["Line"]).toContainEqual({
      Description: "Discount SPRING", Amount: -5, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "9" }, TaxCodeRef: { value: "NON" } },
    });
  });

  test.each([
    ["an item without an id", { op: "create", document: INVOICE, references: { ...REFERENCES, items: new Map() }, requestId: "r" }],
    ["a sales order that is not in the books", { op: "create", document: INVOICE, references: { ...REFERENCES, documents: new Map() }, requestId: "r" }],
    ["a line without a tax code outside the US", create({ ...INVOICE, taxes: { mode: "exclusive", lines: [] } })],
    ["a number of 22 characters", create({ ...INVOICE, number: "x".repeat(22) })],
    ["closing an invoice", change("close", INVOICE)],
    ["applying a sales order", change("apply", SALES_ORDER)],
  ] satisfies [string, LedgerWrite][])("%s is refused before anything is sent", (_name, write) => {
    expect(() => writeToWire(write, HOME)).toThrow(UnmappableError);
  });
});

describe.skipIf(contractsDir === undefined)("documents against Intuit's schema and field constraints", () => {
  test.each(BODIES)("%s: nothing to complain about", (_name, write) => {
    expect(validateQuickBooksBody(ENTITIES[write.document.kind], writeToWire(write, HOME))).toEqual([]);
  });

  test("texts of any length stay within QuickBooks' limits", () => {
    const long = "x".repeat(5_000);
    const address = { name: long, company: long, line1: long, line2: long, city: long, region: long, postcode: long, countryCode: long, phone: long };
    const lines = LINES.map((line) => ({ ...line, description: long }));
    const document = { ...INVOICE, memo: long, lines, billTo: address, shipTo: address, email: `${long}@example.com` };
    expect(validateQuickBooksBody("Invoice", writeToWire(create(document), { homeCurrency: "USD", multiCurrency: true }))).toEqual([]);
  });
});
