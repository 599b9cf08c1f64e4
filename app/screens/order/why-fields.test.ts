import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { formatFor } from "../format.server.ts";
import { whyFields } from "./why-fields.server.ts";

const US = formatFor({ country: "US", timeZone: "America/New_York" });
const usd = (amount: string) => ({ currency: "USD", amount });
const LINE = { description: "Tee", item: "sku:TEE-RED", account: { name: "Sales" } };
const INVOICE = { kind: "invoice", number: "T-1001", date: "2026-11-02", total: usd("119.73"), lines: [LINE], tax: usd("7.91"), billTo: { name: "Ada Young" }, email: "ada@example.com" };
const PAYMENT = { kind: "payment", number: null, date: "2026-11-03", total: usd("119.73"), deposit: { name: "PayPal Bank" }, gatewayName: "PayPal", applications: [{ to: { kind: "invoice", part: "1" }, amount: usd("119.73") }] };
const settings = (options: Partial<typeof DEFAULT_SETTINGS.options>) => ({ ...DEFAULT_SETTINGS, options: { ...DEFAULT_SETTINGS.options, ...options } });
const fields = (plan: unknown, options: Partial<typeof DEFAULT_SETTINGS.options> = {}, status = "paid") => whyFields({ name: "#1001", status, plan }, settings(options), US);
const of = (label: string, ...question: Parameters<typeof fields>) => fields(...question)[0]?.fields.find((each) => each.label === label);

test("number and date tell the prefix, the order's name and the day that decided", () => {
  expect(of("Number", [INVOICE], { numberPrefix: "T-" })).toMatchObject({ value: "T-1001", because: "order name #1001, with “T-” from your settings in front" });
  expect(of("Number", [{ ...INVOICE, number: null }])?.because).toBe("QuickBooks numbers this document by itself");
  expect(of("Date", [INVOICE])).toMatchObject({ value: "Nov 2, 2026", because: expect.stringContaining("placed") });
  expect(of("Date", [INVOICE], {}, "fulfilled")?.because).toContain("shipped");
  expect(of("Date", [{ ...INVOICE, kind: "sales_order" }], {}, "fulfilled")?.because).toContain("placed");
});

test("customer, items, accounts and amounts are the order's own", () => {
  expect(fields([INVOICE])[0]?.fields.map(({ label, value }) => [label, value])).toEqual([
    ["Number", "T-1001"], ["Date", "Nov 2, 2026"], ["Customer", "Ada Young"], ["Billing address", "Ada Young"], ["E-mail", "ada@example.com"], ["Items", "TEE-RED"], ["Descriptions", "Tee"], ["Accounts", "Sales"], ["Tax", "$7.91"], ["Total", "$119.73"],
  ]);
  expect(of("Customer", [{ ...INVOICE, billTo: null }])?.value).toBe("ada@example.com");
});

test("the deposit account is the gateway's own, that of all others, or one of settings since changed", () => {
  expect(of("Deposit account", [PAYMENT], { depositAccounts: { paypal: "PayPal Bank" } })?.because).toBe("your setting for PayPal");
  expect(of("Deposit account", [PAYMENT], { depositAccount: "PayPal Bank" })?.because).toContain("all other payment methods");
  expect(of("Deposit account", [PAYMENT])?.because).toContain("when it was made");
});

test("a purchase order tells its vendor by the rule, its unit costs, and what its number comes from", () => {
  const PURCHASE = { kind: "purchase_order", number: "1001-D1", date: "2026-11-02", total: usd("16.25"), vendor: { id: "41", name: "Acme Supplies" }, lines: [{ item: "sku:TEE-RED", description: "Red tee", unitCost: "8.125" }] };
  expect(fields([PURCHASE])[0]?.fields.map(({ label, value }) => [label, value])).toEqual([
    ["Number", "1001-D1"], ["Date", "Nov 2, 2026"], ["Vendor", "Acme Supplies"], ["Items", "TEE-RED"], ["Unit costs", "8.125"], ["Descriptions", "Red tee"], ["Total", "$16.25"],
  ]);
  const ruled = whyFields({ name: "#1001", status: "paid", plan: [PURCHASE] }, settings({}), US, { slots: {}, lineSlots: { "gid://1": { vendor: { rule: "Acme ships", value: "yes" } } } });
  expect(ruled[0]?.fields.find(({ label }) => label === "Vendor")?.because).toBe("your rule “Acme ships”");
});

test("a payment names its invoice, or why it has none", () => {
  expect(of("Applied to", [PAYMENT])?.value).toBe("the order's invoice, $119.73");
  expect(of("Applied to", [{ ...PAYMENT, applications: [] }])).toMatchObject({ value: "nothing yet", because: expect.stringContaining("no invoice") });
});

test.each([null, "odd", [{ kind: "cheque" }], [{ kind: "invoice" }]])("a plan of another release (%j) has no fields", (plan) => {
  expect(fields(plan)).toEqual([]);
});

test("what a rule set is told with the rule, in place of the setting, and beside the fields that settings know", () => {
  const ruled = {
    slots: { numberPrefix: { rule: "Web numbers", value: "W-" }, class: { rule: "Channels", value: "Web" }, emailInvoice: { rule: "Mail it", value: "yes" }, "customField:sales rep": { rule: "Rep", value: "Kim" } },
    lineSlots: { "gid://1": { item: { rule: "Tees", value: "Tee" } }, "gid://2": { item: { rule: "Mugs", value: "Mug" } } },
  };
  const told = whyFields({ name: "#1001", status: "paid", plan: [{ ...INVOICE, number: "W-1001" }, PAYMENT] }, settings({}), US, ruled);
  const because = (document: number, label: string) => told[document]?.fields.find((each) => each.label === label);
  expect(because(0, "Number")).toEqual({ label: "Number", value: "W-1001", because: "your rule “Web numbers”" });
  expect(because(0, "Items")?.because).toBe("your rules “Tees”, “Mugs”");
  expect(because(0, "Class")).toEqual({ label: "Class", value: "Web", because: "your rule “Channels”" });
  expect(because(0, "Sent by e-mail")?.value).toBe("yes");
  expect(because(0, "sales rep")?.value).toBe("Kim");
  expect(because(0, "Tax")?.because).toContain("Shopify");
  expect(because(1, "Class")).toBeUndefined();
  expect(because(1, "Deposit account")?.because).toContain("when it was made");
});

test("a number that was given before its rule was published is not the rule's", () => {
  const told = whyFields({ name: "#1001", status: "paid", plan: [INVOICE] }, settings({}), US, { slots: { numberPrefix: { rule: "Web numbers", value: "W-" } }, lineSlots: {} });
  expect(told[0]?.fields.find(({ label }) => label === "Number")?.because).toContain("order name #1001");
});

test("a rule is named with what of the order it applied by", () => {
  const trace = [{ title: "Klarna", outcome: "matched" as const, held: [{ field: "order.paymentMethod", op: "equals", value: "klarna", actual: "Klarna" }, { field: "order.attribute", name: "gift", op: "is_empty", value: null, actual: "no value" }] }];
  const told = whyFields({ name: "#1001", status: "paid", plan: [PAYMENT] }, settings({}), US, { slots: { depositAccount: { rule: "Klarna", value: "PayPal Bank" } }, lineSlots: {}, trace });
  expect(told[0]?.fields.find(({ label }) => label === "Deposit account")?.because).toBe("your rule “Klarna” (payment method: Klarna, no attribute “gift”)");
});

test("the deposit account that a rule set names the rule", () => {
  const told = whyFields({ name: "#1001", status: "paid", plan: [PAYMENT] }, settings({}), US, { slots: { depositAccount: { rule: "Klarna", value: "PayPal Bank" } }, lineSlots: {} });
  expect(told[0]?.fields.find(({ label }) => label === "Deposit account")?.because).toBe("your rule “Klarna”");
});

test("what a setting set is told with the setting, beside what rules set", () => {
  const ruled = {
    slots: { class: { setting: "class", value: "Online" }, terms: { setting: "terms", value: "Net 30" }, customer: { setting: "oneCustomer", value: "Web Store" }, department: { rule: "Places", value: "Berlin" } },
    lineSlots: { "gid://1": { item: { rule: "Tees", value: "Tee" } }, "gid://2": { item: { setting: "items", value: "Mug" } }, "gid://3": { item: { setting: "fallbackItem", value: "Goods" } } },
  };
  const told = whyFields({ name: "#1001", status: "paid", plan: [{ ...INVOICE, terms: { term: { name: "Net 30" }, due: null } }] }, settings({}), US, ruled);
  const because = (label: string) => told[0]?.fields.find((each) => each.label === label);
  expect(because("Class")).toEqual({ label: "Class", value: "Online", because: "your setting for the class" });
  expect(because("Terms")?.because).toBe("your setting for payment terms");
  expect(because("Customer")).toEqual({ label: "Customer", value: "Web Store", because: "your setting for one customer for all orders" });
  expect(because("Location")?.because).toBe("your rule “Places”");
  expect(because("Items")?.because).toBe("your rule “Tees”; your settings for items by SKU and products that QuickBooks does not know");
});

test("the payment method is its gateway's by settings, or a rule's", () => {
  const payment = { ...PAYMENT, methodId: "7" };
  expect(of("Payment method", [payment], { paymentMethods: { paypal: "PayPal" } })).toEqual({ label: "Payment method", value: "PayPal", because: "your setting for PayPal" });
  expect(of("Payment method", [PAYMENT], { paymentMethods: { paypal: "PayPal" } })).toBeUndefined();
  const ruled = whyFields({ name: "#1001", status: "paid", plan: [payment] }, settings({ paymentMethods: { paypal: "PayPal" } }), US, { slots: { paymentMethod: { rule: "Cards", value: "Visa" } }, lineSlots: {} });
  expect(ruled[0]?.fields.filter(({ label }) => label === "Payment method")).toEqual([{ label: "Payment method", value: "Visa", because: "your rule “Cards”" }]);
});

test("the date tells the day that settings choose, the first open day, or the one that the books keep", () => {
  const dates = { ...DEFAULT_SETTINGS.options.dates, invoice: "paid" as const, payment: "ordered" as const };
  expect(of("Date", [INVOICE], { dates }, "fulfilled")?.because).toContain("your setting: the day the order was paid");
  expect(of("Date", [PAYMENT], { dates })?.because).toContain("your setting: the day the order was placed");
  const told = (documentRows: Parameters<typeof whyFields>[0]["documentRows"]) =>
    whyFields({ name: "#1001", status: "paid", plan: [{ ...INVOICE, part: "1", date: "2026-12-01", closedDay: "2026-11-02" }], ...(documentRows && { documentRows }) }, settings({}), US)[0]?.fields.find(({ label }) => label === "Date");
  expect(told(undefined)).toEqual({ label: "Date", value: "Dec 1, 2026", because: "the first open day: the books are closed for Nov 2, 2026, its own" });
  expect(told([{ kind: "invoice", part: "1", date: "2026-11-05", state: "posted" }])).toEqual({ label: "Date", value: "Nov 5, 2026", because: "as it was dated when it was made" });
});
