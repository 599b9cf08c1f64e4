/** Each action of the rules, seen on the QuickBooks request that goes out with it and the one that would go out without it. */
import { describe, expect, test } from "vitest";
import { customerKey, customerNames } from "#app/domain/books/customer.ts";
import { inBookPrecision } from "#app/domain/order/book-precision.ts";
import type { Order } from "#app/domain/order/order.ts";
import { sampleOrder, usd } from "#app/domain/order/sample-order.ts";
import { ACTIONS } from "#app/domain/rules/actions/index.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { asRuled, booked, type Booked } from "./bodies-of.ts";

const base = sampleOrder({ lines: [{ sku: "MUG-1", price: "10.00", quantity: 2, discount: "2.00" }, { sku: "TEE", price: "5.00" }], shipping: "4.00", paid: ["27.00"], fulfilled: "everything" });
const ORDER: Order = { ...base, location: "Berlin", poNumber: "PO-1", attributes: [{ name: "gift_note", value: "For Ada" }] };
const UNPAID: Order = { ...ORDER, paymentWord: "pending", transactions: [], totals: { ...ORDER.totals, netPayment: usd("0"), outstanding: usd("27.00") } };
const LINES = (index: number, detail: object): object => ({ Line: Array.from({ length: 4 }, (_, at) => (at === index ? detail : expect.anything())) as unknown[] });
const item = (detail: object): object => ({ SalesItemLineDetail: detail });
const mugs = { all: [{ field: "line.sku", op: "equals", value: "MUG-1" }] };

type Kind = keyof Booked["bodies"];
type Effect = {
  then: object; when?: object; given?: object[]; order?: Order; settings?: typeof DEFAULT_SETTINGS;
  /** What the body has with the rule and has not without it. */
  sets?: Partial<Record<Kind, object>>;
  /** Documents that are there without the rule only, or with it only. */
  takesAway?: Kind[]; adds?: Kind[];
  /** For what no body shows. */
  also?: (booked: Booked, order: Order) => void;
};

const WITH_PURCHASES = { ...DEFAULT_SETTINGS, mode: "sales_orders_invoices_purchase_orders" as const };
const forms = (part: object): Partial<Record<Kind, object>> => ({ sales_order: part, invoice: part });

const EFFECTS: Readonly<Record<string, Effect>> = {
  do_not_sync: { then: {}, takesAway: ["sales_order", "invoice", "payment"] },
  hold_for_review: { then: {}, takesAway: ["sales_order", "invoice", "payment"] },
  stop_creating_sales_orders: { then: {}, takesAway: ["sales_order"] },
  stop_creating_invoices: { then: {}, takesAway: ["invoice"] },
  stop_creating_purchase_orders: { then: {}, settings: WITH_PURCHASES, given: [{ action: "drop_ship", vendor: "Acme Supplies" }], takesAway: ["purchase_order"] },
  mark_as_unpaid: { then: { value: true }, takesAway: ["payment"] },
  mark_as_paid: { then: {}, order: UNPAID, adds: ["payment"], sets: { payment: { TotalAmt: 27, PaymentRefNum: "marked-5001", DepositToAccountRef: { value: "2" } } } },
  use_transaction_type: { then: { type: "sales_receipt" }, takesAway: ["sales_order", "invoice", "payment"], adds: ["sales_receipt"] },
  drop_ship: {
    then: { vendor: "Acme Supplies" }, when: mugs, settings: WITH_PURCHASES, adds: ["purchase_order"],
    sets: { purchase_order: { VendorRef: { value: "41" }, DocNumber: "1001-D1", Line: [{ Amount: 8, ItemBasedExpenseLineDetail: { ItemRef: { value: "sku:MUG-1" }, Qty: 2, UnitPrice: 4 } }] } },
  },
  set_document_number: { then: { value: { template: "W-{order.number}" } }, sets: forms({ DocNumber: "W-1001" }) },
  set_document_prefix: { then: { value: "EU-" }, sets: forms({ DocNumber: "EU-1001" }) },
  set_document_suffix: { then: { value: { copy: "order.location" } }, sets: forms({ DocNumber: "1001Berlin" }) },
  set_customer: {
    then: { customer: "Web Store" },
    also: ({ decision }, order) => {
      const company = { homeCurrency: "USD", multiCurrency: false };
      expect([customerKey(asRuled(order, decision), company), customerNames(asRuled(order, decision), company)]).toEqual(["name:web store", ["Web Store"]]);
    },
  },
  set_class: { then: { class: "retail" }, sets: forms({ ClassRef: { value: "cl1" }, ...LINES(0, item({ ClassRef: { value: "cl1" } }) ) }) },
  set_location: { then: { location: { copy: "order.location" } }, sets: forms({ DepartmentRef: { value: "d1" } }) },
  set_terms: { then: { terms: "Net 60" }, sets: { invoice: { SalesTermRef: { value: "t1" } } } },
  set_po_number: { then: { value: { template: "{order.poNumber}-{order.location}" } }, sets: forms({ CustomField: [{ DefinitionId: "1", Type: "StringType", StringValue: "PO-1-Berlin" }] }) },
  set_ship_date: { then: { value: "2026-12-24" }, sets: forms({ ShipDate: "2026-12-24" }) },
  set_transaction_date: { then: { value: { copy: "order.createdDate" } }, sets: { invoice: { TxnDate: "2026-11-02" } } },
  set_memo: { then: { value: { template: "{order.name} · {order.attribute:gift_note}" } }, sets: forms({ PrivateNote: expect.stringMatching(/^#1001 · For Ada\n\[tieout /) as unknown }) },
  set_customer_message: { then: { value: "Thank you" }, sets: forms({ CustomerMemo: { value: "Thank you" } }) },
  set_custom_field: { then: { field: "Gift note", value: { copy: "order.attribute", name: "gift_note" } }, sets: forms({ CustomField: [expect.anything() as unknown, { DefinitionId: "3", Type: "StringType", StringValue: "For Ada" }] }) },
  set_sales_rep: { then: { value: "Grace" }, sets: forms({ CustomField: [expect.anything() as unknown, { DefinitionId: "2", Type: "StringType", StringValue: "Grace" }] }) },
  set_currency_handling: {
    then: { value: "round" },
    also: ({ decision }) => {
      const dinars = sampleOrder({ currency: "KWD", lines: [{ sku: "MUG-1", price: "1.234" }] });
      expect(decision.slots.currencyHandling?.value).toBe("round");
      expect(inBookPrecision(dinars).totals.current.minor).toBe(1_230n);
    },
  },
  send_invoice_by_email: { then: {}, sets: { invoice: { EmailStatus: "NeedToSend" } } },
  set_deposit_account: { then: { account: "Checking" }, sets: { payment: { DepositToAccountRef: { value: "1" } } } },
  set_payment_method: { then: { method: "visa" }, sets: { payment: { PaymentMethodRef: { value: "pm1" } } } },
  set_payment_reference: { then: { reference: { copy: "order.poNumber" } }, sets: { payment: { PaymentRefNum: "PO-1" } } },
  use_item: { then: { item: "Consulting" }, when: mugs, sets: forms(LINES(0, item({ ItemRef: { value: "named:Consulting" } }))) },
  set_description: { then: { value: { template: "{line.sku}: {line.title}" } }, when: mugs, sets: forms(LINES(0, { Description: "MUG-1: MUG-1" })) },
  set_class_on_lines: { then: { class: "Wholesale" }, when: mugs, sets: forms(LINES(0, item({ ClassRef: { value: "cl2" } }))) },
  set_income_account_item: { then: { account: "Shipping Income" }, when: mugs, sets: forms(LINES(0, item({ ItemRef: { value: "account:Shipping Income" } }))) },
  multiply_quantity: { then: { by: 4 }, when: mugs, sets: forms(LINES(0, { Amount: 20, ...item({ Qty: 8, UnitPrice: 2.5 }) })) },
  skip_lines: {
    then: {}, when: { all: [{ field: "line.sku", op: "equals", value: "OTHER" }] },
    order: { ...ORDER, lines: [...ORDER.lines, ...ORDER.lines.slice(1).map((line) => ({ ...line, id: "gid://shopify/LineItem/9", sku: "OTHER", unitPrice: usd("0"), gross: usd("0") }))] },
    sets: forms({ Line: Array.from({ length: 4 }, () => expect.anything() as unknown) }),
  },
  rewrite_sku: { then: { method: "map", table: { "mug-1": "OTHER" } }, sets: forms(LINES(0, item({ ItemRef: { value: "sku:OTHER" } }))) },
  set_tax_code: { then: { taxCode: "TAX" }, sets: forms(LINES(0, item({ TaxCodeRef: { value: "TAX" } }))) },
  set_tax_code_on_lines: { then: { taxCode: "TAX" }, when: mugs, sets: forms(LINES(0, item({ TaxCodeRef: { value: "TAX" } }))) },
  set_tax_code_on_shipping: { then: { taxCode: "TAX" }, sets: forms(LINES(2, item({ TaxCodeRef: { value: "TAX" } }))) },
  set_tax_code_on_discount: { then: { taxCode: "TAX" }, sets: forms(LINES(3, { Amount: -2, ...item({ ItemRef: { value: "role:discount" }, TaxCodeRef: { value: "TAX" } }) })) },
  use_item_for_shipping: { then: { item: "Express shipping" }, sets: forms(LINES(2, item({ ItemRef: { value: "named:Express shipping" } }))) },
  use_item_for_discount: { then: { item: "Promotions" }, sets: forms(LINES(3, { Amount: -2, ...item({ ItemRef: { value: "named:Promotions" } }) })) },
  show_discounts_as: { then: { value: "net" }, sets: forms({ Line: [{ Amount: 18, ...item({ Qty: 2, UnitPrice: 9 }) }, expect.anything() as unknown, expect.anything() as unknown] }) },
};

test("every action is here", () => {
  expect(Object.keys(EFFECTS).toSorted()).toEqual(ACTIONS.map(({ key }) => key).toSorted());
});

describe.each(Object.entries(EFFECTS))("%s", (action, { then, when, given, order = ORDER, settings, sets = {}, takesAway = [], adds = [], also }) => {
  const asked = { order, ...(settings ? { settings } : {}), ...(given ? { given } : {}) };

  test("shows on the documents", () => {
    const before = booked(asked);
    const after = booked({ ...asked, then: [{ action, ...then }], ...(when ? { when } : {}) });
    for (const kind of takesAway) expect([before.bodies[kind] !== undefined, after.bodies[kind]], kind).toEqual([true, undefined]);
    for (const kind of adds) expect([before.bodies[kind], after.bodies[kind] !== undefined], kind).toEqual([undefined, true]);
    for (const [kind, part] of Object.entries(sets) as [Kind, object][]) {
      expect(after.bodies[kind], kind).toMatchObject(part);
      if (!adds.includes(kind)) expect(before.bodies[kind], kind).not.toMatchObject(part);
    }
    also?.(after, order);
    expect(Object.keys(sets).length + takesAway.length + adds.length + (also ? 1 : 0)).toBeGreaterThan(0);
  });

  test("leaves an order alone that its rule does not match", () => {
    const never = { all: [{ field: "order.test", op: "is_yes" }] };
    expect(booked({ ...asked, then: [{ action, ...then }], when: never }).bodies).toEqual(booked(asked).bodies);
  });
});

describe("what the company's preferences forbid is never sent", () => {
  const nothing = { tracking: { classes: null, classesOn: { documents: false, lines: false }, departments: null, shipping: false } };
  test.each<[string, object]>([
    ["set_class", { class: "Retail" }], ["set_class_on_lines", { class: "Retail" }], ["set_location", { location: "Berlin" }], ["set_ship_date", { value: "2026-12-24" }],
    ["set_custom_field", { field: "Gift note", value: "x" }], ["set_sales_rep", { value: "x" }],
  ])("%s", (action, then) => {
    const company = { ...nothing, customFields: [] };
    expect(booked({ order: ORDER, company, then: [{ action, ...then }] }).bodies).toEqual(booked({ order: ORDER, company }).bodies);
  });

  test("and nothing is numbered where the company numbers by itself", () => {
    const company = { customNumbers: false };
    expect(booked({ order: ORDER, company, then: [{ action: "set_document_prefix", value: "X-" }] }).bodies.invoice).not.toHaveProperty("DocNumber");
  });
});

test.each<[string, object, string]>([
  ["set_class", { class: "Nowhere" }, 'A rule uses the class "Nowhere"'], ["set_location", { location: "Nowhere" }, 'A rule uses the location "Nowhere"'],
  ["set_terms", { terms: "Never" }, 'A rule uses the payment terms "Never"'], ["set_payment_method", { method: "Shells" }, 'A rule uses the payment method "Shells"'],
  ["use_item", { item: "Nothing" }, 'no item for "Nothing"'], ["use_item_for_shipping", { item: "Nothing" }, 'no item for "Nothing"'], ["set_deposit_account", { account: "Mattress" }, '"Mattress" does not exist'],
])("%s with a name that QuickBooks does not have waits and says so", (action, then, sentence) => {
  expect(() => booked({ order: ORDER, then: [{ action, ...then }] })).toThrow(sentence);
});
