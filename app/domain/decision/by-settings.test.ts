import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Books, CompanyFacts, ItemKey } from "../books/books.ts";
import { customerKey, customerNames } from "../books/customer.ts";
import { namedItemKey } from "../books/item-key.ts";
import { sampleBooks } from "../books/sample-books.ts";
import type { PlannedDocument } from "../documents/document.ts";
import type { DocumentKind } from "../documents/kind.ts";
import type { Order } from "../order/order.ts";
import { sampleOrder } from "../order/sample-order.ts";
import { plan, type Plan } from "../plan/plan.ts";
import { compileRules } from "../rules/compile-rules.ts";
import { parsed } from "../rules/testing/evaluate.ts";
import { optionsSchema, type Settings } from "../settings/settings.ts";
import { decide, type Decision } from "./decide.ts";

const SHOP = { domain: "example.myshopify.com", timeZone: "America/New_York" };
const COMPANY: Partial<CompanyFacts> = {
  tracking: { classes: [{ id: "cl1", name: "Retail" }, { id: "cl2", name: "Wholesale" }], classesOn: { documents: true, lines: true }, departments: [{ id: "d1", name: "Berlin" }, { id: "d2", name: "Paris" }], shipping: true },
  paymentMethods: [{ id: "pm1", name: "Visa" }, { id: "pm2", name: "PayPal" }],
  terms: [{ id: "t1", name: "Net 30" }, { id: "t2", name: "Net 60" }],
  customFields: [{ id: "1", name: "PO Number" }, { id: "2", name: "Sales Rep" }, { id: "3", name: "Channel" }],
};
/** 20.00 twice, shipped on the 23rd and paid on the 2nd. */
const ORDER = sampleOrder({ lines: [{ sku: "TEE", price: "20.00" }, { sku: "MUG", price: "20.00" }], paid: ["40.00"], fulfilled: "everything" });

type Asked = { options?: object; then?: readonly object[]; order?: Order; company?: Partial<CompanyFacts>; known?: readonly string[]; named?: readonly string[]; mode?: Settings["mode"] };
type Answer = { decision: Decision; plan: Plan; of: <Kind extends DocumentKind>(kind: Kind) => Extract<PlannedDocument, { kind: Kind }> };

function asked({ options = {}, then = [], order = ORDER, company = {}, known = ["TEE", "MUG"], named = ["Red tee", "Any goods", "Consulting"], mode = "sales_orders_invoices_payments" }: Asked): Answer {
  const settings: Settings = { mode, statuses: ["pending", "paid", "fulfilled"], options: optionsSchema.parse(options) };
  const sample = sampleBooks(known, { ...COMPANY, ...company });
  const items = new Map(sample.items);
  for (const name of named) items.set(namedItemKey(name), { key: namedItemKey(name), id: `id of ${name}`, name, incomeAccount: { id: "10", name: "Duties and Fees Income" } });
  const books: Books = { ...sample, items };
  const rules = compileRules(then.length === 0 ? [] : parsed([{ title: "the rule", when: { all: [] }, then }]));
  const decision = decide({ order, settings, rules, timeZone: SHOP.timeZone, entered: false, knowsItem: (key) => items.has(key) });
  const planned = plan({ shop: SHOP, order, decision, books, settings, existing: [] });
  return {
    decision, plan: planned,
    of: <Kind extends DocumentKind>(kind: Kind) => {
      const found = planned.documents.find((document): document is Extract<PlannedDocument, { kind: Kind }> => document.kind === kind);
      if (!found) throw new Error(planned.issues.map(({ sentence }) => sentence).join(" ") || `no ${kind}`);
      return found;
    },
  };
}

const keysOf = (answer: Answer): ItemKey[] => answer.of("invoice").lines.flatMap(({ item }) => item ?? []);
const B2B: Order = { ...ORDER, customer: { ...(ORDER.customer as NonNullable<Order["customer"]>), company: " Acme Ltd " } };

type Case = { options: object; /** What decides the same by a rule. */ then: object; see: (answer: Answer) => unknown; none: unknown; bySetting: unknown; byRule: unknown; order?: Order; company?: Partial<CompanyFacts> };

const booked = ({ plan: { order } }: Answer): string | undefined => customerNames(order, { homeCurrency: "USD", multiCurrency: false })[0];

const CASES: Readonly<Record<string, Case>> = {
  class: { options: { class: "retail" }, then: { action: "set_class", class: "Wholesale" }, see: (answer) => [answer.of("invoice").chosen?.classId, answer.of("sales_order").lines[0]?.classId], none: [undefined, undefined], bySetting: ["cl1", "cl1"], byRule: ["cl2", "cl2"] },
  location: { options: { location: "Berlin" }, then: { action: "set_location", location: "Paris" }, see: (answer) => answer.of("invoice").chosen?.departmentId, none: undefined, bySetting: "d1", byRule: "d2" },
  terms: { options: { terms: "Net 30" }, then: { action: "set_terms", terms: "Net 60" }, see: (answer) => answer.of("invoice").terms?.term?.name, none: undefined, bySetting: "Net 30", byRule: "Net 60" },
  customerMessage: { options: { customerMessage: "Thank you" }, then: { action: "set_customer_message", value: "Danke" }, see: (answer) => answer.of("invoice").chosen?.customerMessage, none: undefined, bySetting: "Thank you", byRule: "Danke" },
  customFields: { options: { customFields: { channel: "{order.name} web" } }, then: { action: "set_custom_field", field: "Channel", value: "by rule" }, see: (answer) => answer.of("invoice").customFields?.map(({ id, value }) => `${id} ${value}`), none: undefined, bySetting: ["3 #1001 web"], byRule: ["3 by rule"] },
  "paymentMethods on payments": { options: { paymentMethods: { shopify_payments: "visa" } }, then: { action: "set_payment_method", method: "PayPal" }, see: (answer) => answer.of("payment").methodId, none: undefined, bySetting: "pm1", byRule: "pm2" },
  items: { options: { items: { " tee ": "Red tee" } }, then: { action: "use_item", item: "Consulting" }, see: keysOf, none: ["sku:TEE", "sku:MUG"], bySetting: ["named:Red tee", "sku:MUG"], byRule: ["named:Consulting", "named:Consulting"] },
  "the one customer": { options: { customers: "one", oneCustomer: "Web Store" }, then: { action: "set_customer", customer: "Amazon" }, see: booked, none: "Ada Lovelace", bySetting: "Web Store", byRule: "Amazon" },
  "customers by company": { options: { customers: "company" }, then: { action: "set_customer", customer: "Amazon" }, order: B2B, see: booked, none: "Ada Lovelace", bySetting: "Acme Ltd", byRule: "Amazon" },
  "customers by e-mail": { options: { customers: "email" }, then: { action: "set_customer", customer: "Amazon" }, see: ({ plan: { order } }) => customerKey(order, { homeCurrency: "USD", multiCurrency: false }), none: "customer:gid://shopify/Customer/71", bySetting: "email:ada@example.com", byRule: "name:amazon" },
};

describe.each(Object.entries(CASES))("the setting for %s", (_name, { options, then, see, none, bySetting, byRule, order = ORDER, company = {} }) => {
  it("says what no rule says, and nothing where it is left as it was", () => {
    expect(see(asked({ order, company }))).toEqual(none);
    expect(see(asked({ order, company, options }))).toEqual(bySetting);
  });

  it("is beneath the rules", () => {
    expect(see(asked({ order, company, options, then: [then] }))).toEqual(byRule);
  });
});

describe("what settings set", () => {
  it("is told with the name of the setting, beside what rules set", () => {
    const { decision } = asked({ options: { class: "Retail", items: { TEE: "Red tee" } }, then: [{ action: "set_location", location: "Berlin" }] });
    expect(decision.slots).toEqual({ class: { setting: "class", value: "Retail" }, department: { rule: "the rule", value: "Berlin" } });
    expect(decision.lineSlots).toEqual({ [ORDER.lines[0]?.id ?? ""]: { item: { setting: "items", value: "Red tee" } } });
  });

  it("leaves orders to their own terms in Shopify", () => {
    const order: Order = { ...ORDER, paymentTerms: { name: "Net 60", dueAt: null } };
    expect(asked({ options: { terms: "Net 30" }, order }).of("invoice").terms?.term?.name).toBe("Net 60");
  });

  it("leaves a custom field alone for which a template has nothing, or too much", () => {
    const fields = (text: string): unknown => asked({ options: { customFields: { Channel: text } } }).of("invoice").customFields;
    expect(fields("{order.poNumber}")).toBeUndefined();
    expect(fields("x".repeat(32))).toBeUndefined();
    expect(fields("Shelf {left}")).toEqual([{ id: "3", name: "Channel", value: "Shelf {left}" }]);
  });

  it("does not come before what a rule says of the same field by another action", () => {
    const { decision } = asked({ options: { customFields: { "Sales Rep": "Kim", "PO Number": "none" } }, then: [{ action: "set_sales_rep", value: "Grace" }, { action: "set_po_number", value: { copy: "order.name" } }] });
    expect(Object.keys(decision.slots).toSorted()).toEqual(["poNumber", "salesRep"]);
  });

  it("gives each payment and its refund the method of its own gateway", () => {
    const paid = sampleOrder({ lines: [{ sku: "TEE", price: "20.00" }, { sku: "MUG", price: "20.00" }], paid: ["10.00", "30.00"], fulfilled: "everything" });
    const order: Order = { ...paid, transactions: paid.transactions.map((each, index) => (index === 0 ? each : { ...each, gateway: "paypal" })) };
    const { plan: { documents } } = asked({ options: { paymentMethods: { shopify_payments: "Visa", paypal: "PayPal" } }, order });
    expect(documents.flatMap((each) => (each.kind === "payment" ? [each.methodId] : []))).toEqual(["pm1", "pm2"]);
  });

  it("puts the message on the invoice of each shipment", () => {
    const lines = ORDER.lines.map(({ id }) => ({ lineId: id, quantity: 1 }));
    const fulfilments = lines.map((unit, index) => ({ id: `gid://shopify/Fulfillment/${index + 1}`, at: Temporal.Instant.from(`2026-11-2${index}T15:00:00Z`), succeeded: true, service: null, location: null, units: [unit] }));
    const { plan: { documents, issues } } = asked({ options: { customerMessage: "Thank you", splitShipments: "invoice_each", dates: { invoice: "ordered" } }, order: { ...ORDER, fulfilments } });
    expect(issues).toEqual([]);
    expect(documents.flatMap((each) => (each.kind === "invoice" ? [[each.part, each.chosen?.customerMessage, each.date.toString()]] : []))).toEqual([["1", "Thank you", "2026-11-02"], ["shipment-2", "Thank you", "2026-11-02"]]);
  });

  it("puts the method on sales receipts", () => {
    expect(asked({ options: { paymentMethods: { shopify_payments: "Visa" } }, mode: "sales_receipts" }).of("sales_receipt").methodId).toBe("pm1");
  });

  it("books a person without a company on a customer of their own", () => {
    const answer = asked({ options: { customers: "company" } });
    expect([booked(answer), answer.decision.slots]).toEqual(["Ada Lovelace", {}]);
  });
});

describe("products that QuickBooks does not know", () => {
  const fallback = { unknownItems: "fallback", fallbackItem: "Any goods" };

  it("are sold as the item that was chosen for them, under their own names, and only they", () => {
    const answer = asked({ options: fallback, known: ["MUG"] });
    expect(answer.of("invoice").lines.map(({ item, description, account }) => [item, description, account.name])).toEqual([["named:Any goods", "TEE", "Duties and Fees Income"], ["sku:MUG", "MUG", "Sales of Product Income"]]);
    expect(answer.plan.issues).toEqual([]);
  });

  it("are what the merchant's mapping or a rule says first", () => {
    expect(keysOf(asked({ options: { ...fallback, items: { TEE: "Red tee" } }, known: ["MUG"] }))).toEqual(["named:Red tee", "sku:MUG"]);
    expect(keysOf(asked({ options: { ...fallback, items: { MUG: "Red tee" } }, known: [], then: [{ action: "rewrite_sku", method: "remove_prefix", text: "T" }] }))).toEqual(["named:Any goods", "named:Red tee"]);
    expect(keysOf(asked({ options: fallback, known: ["MUG"], then: [{ action: "use_item", item: "Consulting" }] }))).toEqual(["named:Consulting", "named:Consulting"]);
    const { decision } = asked({ options: { ...fallback, items: { MUG: "Red tee" } }, known: [], then: [{ action: "set_income_account_item", account: "Shipping Income" }] });
    expect(Object.values(decision.lineSlots).map((slots) => Object.keys(slots))).toEqual([["incomeAccount"], ["incomeAccount"]]);
  });

  it("are asked for by the SKU that a rule rewrites", () => {
    const map = { action: "rewrite_sku", method: "map", table: { TEE: "OLD-TEE" } };
    expect(keysOf(asked({ options: { items: { "OLD-TEE": "Red tee", TEE: "Any goods" } }, then: [map] }))).toEqual(["named:Red tee", "sku:MUG"]);
  });

  it("wait where no item was chosen, where it is not there, and where the mapped one is not", () => {
    const issues = (options: object, named: readonly string[] = []) => asked({ options, known: ["MUG"], named }).plan.issues.map(({ sentence, remedy }) => [sentence, remedy]);
    expect(issues({ ...fallback, fallbackItem: " " })).toEqual([[expect.stringContaining('no item for "TEE"'), expect.stringContaining("Create the item in QuickBooks")]]);
    expect(issues(fallback)).toEqual([['Your settings sell products that QuickBooks does not know as the item "Any goods", which QuickBooks does not have or has made inactive.', expect.stringContaining('Create the item "Any goods"')]]);
    expect(issues({ items: { TEE: "Red tee" } })).toEqual([['Your settings sell SKU "TEE" as the item "Red tee", which QuickBooks does not have or has made inactive.', expect.stringContaining('another item for SKU "TEE"')]]);
  });
});

describe("a name that the company does not have", () => {
  const issues = (question: Asked) => asked(question).plan.issues.map(({ code, sentence }) => `${code}: ${sentence}`);

  it.each([
    ["class", { class: "Online" }], ["location", { location: "Online" }], ["payment terms", { terms: "Online" }], ["payment method", { paymentMethods: { shopify_payments: "Online" } }],
  ])("is an issue that speaks of settings: %s", (what, options) => {
    expect(issues({ options })).toEqual([`setting_names_missing: Your settings use the ${what} "Online", which QuickBooks does not have or has made inactive.`]);
  });

  it("is a rule's where a rule says it", () => {
    expect(issues({ options: { class: "Online" }, then: [{ action: "set_class", class: "Offline" }] })).toEqual(['rule_names_missing: A rule uses the class "Offline", which QuickBooks does not have or has made inactive.']);
  });

  it("is none where the company keeps no such thing on its forms, or makes no such document", () => {
    const tracking = { classes: null, classesOn: { documents: false, lines: false }, departments: null, shipping: false };
    expect(issues({ options: { class: "Online", location: "Online" }, company: { tracking } })).toEqual([]);
    expect(issues({ options: { paymentMethods: { shopify_payments: "Online" } }, mode: "invoices" })).toEqual([]);
  });
});

describe("one customer for all orders", () => {
  const one = { customers: "one" };
  it("waits while QuickBooks applies credits by itself", () => {
    expect(asked({ options: one, company: { autoApplyCredit: true } }).plan.issues).toEqual([expect.objectContaining({ code: "credits_applied_by_themselves", remedy: expect.stringContaining("Switch off “Automatically apply credits”") })]);
    expect(asked({ options: one }).plan.issues).toEqual([]);
    expect(asked({ options: { customers: "company" }, order: B2B, company: { autoApplyCredit: true } }).plan.issues).toEqual([]);
  });
});

describe("the days of documents", () => {
  /** Placed on the 2nd, the first money on the 4th, the last on the 6th, shipped on the 23rd. */
  const paid = sampleOrder({ lines: [{ sku: "TEE", price: "20.00" }, { sku: "MUG", price: "20.00" }], paid: ["10.00", "30.00"], fulfilled: "everything" });
  const order: Order = { ...paid, transactions: paid.transactions.map((each, index) => ({ ...each, at: Temporal.Instant.from(`2026-11-0${4 + 2 * index}T15:00:00Z`) })) };
  const days = (options: object, more: Partial<Asked> = {}): string[] => asked({ options, order, ...more }).plan.documents.map(({ kind, date }) => `${kind} ${date.toString().slice(5)}`);

  it("are the usual ones where nothing is chosen", () => {
    expect(days({})).toEqual(["sales_order 11-02", "invoice 11-23", "payment 11-04", "payment 11-06"]);
  });

  it.each([
    [{ salesOrder: "paid" }, ["sales_order 11-06", "invoice 11-23", "payment 11-04", "payment 11-06"]],
    [{ invoice: "ordered" }, ["sales_order 11-02", "invoice 11-02", "payment 11-04", "payment 11-06"]],
    [{ invoice: "paid" }, ["sales_order 11-02", "invoice 11-06", "payment 11-04", "payment 11-06"]],
    [{ payment: "ordered" }, ["sales_order 11-02", "invoice 11-23", "payment 11-02", "payment 11-02"]],
  ])("are those that are chosen: %j", (dates, expected) => {
    expect(days({ dates })).toEqual(expected);
  });

  it("are the usual ones until somebody pays, and that of the last money until all is paid", () => {
    const sales = (sample: Order): string[] => days({ dates: { salesOrder: "paid", invoice: "paid" } }, { order: sample }).slice(0, 2);
    expect(sales({ ...order, transactions: [], paymentWord: "pending", totals: { ...order.totals, netPayment: { ...order.totals.netPayment, minor: 0n }, outstanding: order.totals.current } })).toEqual(["sales_order 11-02", "invoice 11-23"]);
    const part = { ...order.totals.current, minor: 1000n };
    expect(sales({ ...order, transactions: order.transactions.slice(0, 1), paymentWord: "partially_paid", totals: { ...order.totals, netPayment: part, outstanding: { ...part, minor: 3000n } } })).toEqual(["sales_order 11-04", "invoice 11-04"]);
  });

  it("of sales receipts", () => {
    expect(days({}, { mode: "sales_receipts" })).toEqual(["sales_receipt 11-06"]);
    expect(days({ dates: { salesReceipt: "ordered" } }, { mode: "sales_receipts" })).toEqual(["sales_receipt 11-02"]);
  });

  it("are a rule's where a rule says one", () => {
    expect(days({ dates: { invoice: "paid", salesOrder: "paid" } }, { then: [{ action: "set_transaction_date", value: "2026-11-30" }] }).slice(0, 2)).toEqual(["sales_order 11-30", "invoice 11-30"]);
  });

  describe("whose books are closed", () => {
    const company = { closedThrough: Temporal.PlainDate.from("2026-11-05") };

    it("stay where settings let them wait", () => {
      expect(days({}, { company })).toEqual(["sales_order 11-02", "invoice 11-23", "payment 11-04", "payment 11-06"]);
    });

    it("become the first open one for what posts, and the memo of money tells its own day", () => {
      const answer = asked({ options: { closedDays: "first_open_day" }, order, company });
      expect(answer.plan.documents.map(({ kind, date, closedDay, memo }) => [kind, date.toString(), closedDay?.toString(), memo.includes("of 2026-11-04, when the books were closed")])).toEqual([
        ["sales_order", "2026-11-02", undefined, false], ["invoice", "2026-11-23", undefined, false], ["payment", "2026-11-06", "2026-11-04", true], ["payment", "2026-11-06", undefined, false],
      ]);
    });
  });
});
