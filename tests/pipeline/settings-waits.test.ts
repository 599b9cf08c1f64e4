/** Settings beneath the rules, in a real company: what they name and the company has not is waited for, and everything goes on by itself once it is there. */
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Mode, optionsSchema } from "#app/domain/settings/settings.ts";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { loseEverything } from "./lost-record.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const IDS = ["5001", "5002"].map((id) => `gid://shopify/Order/${id}`);
const PAID: Sample = { paid: ["43.20"], fulfilled: "everything" };
const TRACKS = { "AccountingInfoPrefs.ClassTrackingPerTxn": true, "AccountingInfoPrefs.TrackDepartments": true };
const told = z.object({ sentence: z.string(), remedy: z.string() });

let floor: ShopFloor;
afterEach(() => floor[Symbol.asyncDispose]());

const configure = (options: object, mode: Mode = "sales_orders_invoices_payments"): Promise<void> => floor.configure({ mode, options: optionsSchema.parse(options) }, []);
const open = async (options: object, company: object = {}, mode?: Mode): Promise<void> => {
  floor = await openShopFloor(company);
  await configure(options, mode);
};
const place = (sample: Sample = PAID, ids: readonly string[] = IDS): void => ids.forEach((id) => {
  const number = id.slice(-4);
  const order = sampleOrder(sample);
  floor.orders.set(id, { ...order, id, name: `#${number}`, transactions: order.transactions.map((each) => ({ ...each, id: each.id.replace(/(\d+)$/, `${number}$1`) })) });
});
const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
const byHand = (action: object): JsonObject => floor.company.quickbooks.bookkeeper(floor.company.realmId, action);
const make = (kind: string, value: object) => (): unknown => byHand({ action: "create", kind, value });
const nameIn = (row: JsonObject | undefined, field: string): string | undefined => z.object({ name: z.string() }).safeParse(row?.[field]).data?.name;
const issues = async () => (await floor.prisma.issue.findMany({ where: { shopId: floor.tenant.shopId, resolvedAt: null } })).map(({ code, data }) => ({ code, ...told.parse(data) }));
const later = async (): Promise<void> => {
  floor.company.advance({ minutes: 16 });
  await floor.drain();
};
const expectPosted = async (ids: readonly string[] = IDS): Promise<void> => {
  for (const id of ids) expect(await floor.recorded(id)).toEqual({ state: "posted", reason: null });
  expect(await issues()).toEqual([]);
};
const written = (): string[] => floor.calls().filter((call) => call.startsWith("POST") && call.endsWith("200"));

type Case = { options: object; company?: object; code: string; remedy: RegExp; mend: () => unknown; see: (invoice: JsonObject | undefined) => unknown; expected: unknown };
const item = (Name: string): object => ({ Name, Type: "Service", IncomeAccountRef: { name: "Shipping Income" } });
const firstItem = (invoice: JsonObject | undefined): string | undefined =>
  z.array(z.object({ SalesItemLineDetail: z.object({ ItemRef: z.object({ name: z.string() }) }).optional() })).catch([]).parse(invoice?.["Line"])[0]?.SalesItemLineDetail?.ItemRef.name;

const CASES: Readonly<Record<string, Case>> = {
  "a class": { options: { class: "Online" }, company: { preferences: TRACKS }, code: "setting_names_missing", remedy: /Create "Online" in QuickBooks.*another class in Settings/, mend: make("Class", { Name: "Online" }), see: (invoice) => nameIn(invoice, "ClassRef"), expected: "Online" },
  "a location": { options: { location: "Online" }, company: { preferences: TRACKS }, code: "setting_names_missing", remedy: /another location in Settings/, mend: make("Department", { Name: "Online" }), see: (invoice) => nameIn(invoice, "DepartmentRef"), expected: "Online" },
  "payment terms": { options: { terms: "Net 77" }, code: "setting_names_missing", remedy: /another payment terms in Settings/, mend: make("Term", { Name: "Net 77", DueDays: 77 }), see: (invoice) => nameIn(invoice, "SalesTermRef"), expected: "Net 77" },
  "a payment method": { options: { paymentMethods: { shopify_payments: "Shop Pay" } }, code: "setting_names_missing", remedy: /another payment method in Settings/, mend: make("PaymentMethod", { Name: "Shop Pay" }), see: () => nameIn(documents("Payment")[0], "PaymentMethodRef"), expected: "Shop Pay" },
  "a mapped item": { options: { items: { TEE: "Red tee" } }, code: "item_missing", remedy: /Create the item "Red tee".*another item for SKU "TEE" in Settings/, mend: make("Item", item("Red tee")), see: firstItem, expected: "Red tee" },
  "the item for unknown products": { options: { unknownItems: "fallback", fallbackItem: "Any goods" }, code: "item_missing", remedy: /Create the item "Any goods"/, mend: make("Item", item("Any goods")), see: firstItem, expected: "Any goods" },
  "an unknown product where no item was chosen": { options: { unknownItems: "fallback" }, code: "item_missing", remedy: /Create the item in QuickBooks/, mend: make("Item", { ...item("Tee"), Sku: "TEE" }), see: firstItem, expected: "Tee" },
  "a customer made by hand": { options: { unknownCustomers: "wait" }, code: "customer_missing", remedy: /Create the customer "Ada Lovelace" in QuickBooks/, mend: make("Customer", { DisplayName: "Ada Lovelace" }), see: (invoice) => nameIn(invoice, "CustomerRef"), expected: "Ada Lovelace" },
  "the one customer made by hand": { options: { customers: "one", unknownCustomers: "wait" }, code: "customer_missing", remedy: /Create the customer "Web Store"/, mend: make("Customer", { DisplayName: "Web Store" }), see: (invoice) => nameIn(invoice, "CustomerRef"), expected: "Web Store" },
  "credits that QuickBooks applies by itself": { options: { customers: "one" }, company: { preferences: { "SalesFormsPrefs.AutoApplyCredit": true } }, code: "credits_applied_by_themselves", remedy: /Switch off “Automatically apply credits” in QuickBooks/, mend: () => byHand({ action: "setPreferences", value: { "SalesFormsPrefs.AutoApplyCredit": false } }), see: (invoice) => nameIn(invoice, "CustomerRef"), expected: "Web Store" },
};

describe.each(Object.entries(CASES))("what a setting waits for: %s", (_name, { options, company = {}, code, remedy, mend, see, expected }) => {
  it("keeps both orders with one issue, and lets both go on by itself", async () => {
    await open(options, company);
    place();
    await floor.sync();
    for (const id of IDS) expect(await floor.recorded(id)).toMatchObject({ state: "attention" });
    expect(await issues()).toEqual([{ code, sentence: expect.any(String) as string, remedy: expect.stringMatching(remedy) as string }]);
    expect(["Estimate", "Invoice", "Payment"].flatMap(documents)).toEqual([]);
    mend();
    await later();
    await expectPosted();
    expect(documents("Invoice").map((row) => [see(row), row["Balance"]])).toEqual([[expected, 0], [expected, 0]]);
  });
});

describe("the item for unknown products that was made inactive", () => {
  it("is waited for", async () => {
    await open({ unknownItems: "fallback", fallbackItem: "Any goods" }, { items: [item("Any goods")] });
    place(PAID, ["gid://shopify/Order/5000"]);
    await floor.sync();
    const id = textOf(documents("Item").find((row) => row["Name"] === "Any goods") ?? {}, "Id");
    byHand({ action: "edit", kind: "Item", id, patch: { Name: "Any goods", Active: false } });
    floor.orders.clear();
    place();
    await floor.sync();
    expect((await issues()).map(({ code, remedy }) => `${code} ${remedy}`)).toEqual([expect.stringContaining('item_missing Make "Any goods" active again')]);
    byHand({ action: "edit", kind: "Item", id, patch: { Name: "Any goods", Active: true } });
    await later();
    await expectPosted();
  });
});

describe("a product that QuickBooks gets to know", () => {
  it("keeps the item it was sold as where it was sold, and has its own from then on", async () => {
    await open({ unknownItems: "fallback", fallbackItem: "Any goods" }, { items: [item("Any goods")] });
    place(PAID, ["gid://shopify/Order/5001"]);
    await floor.sync();
    make("Item", { ...item("Tee"), Sku: "TEE" })();
    floor.calls();
    await floor.sync();
    expect(written()).toEqual([]);
    place(PAID, ["gid://shopify/Order/5002"]);
    await floor.sync();
    await expectPosted();
    expect(documents("Invoice").map(firstItem)).toEqual(["Any goods", "Tee"]);
    expect(documents("Item").filter((row) => row["Sku"] === "TEE")).toHaveLength(1);
  });
});

describe("customers told apart by e-mail", () => {
  const customers = (): unknown[] => documents("Customer").map((row) => row["DisplayName"]);

  it("are the ones of before, and still are when the setting is taken back", async () => {
    await open({});
    for (const [options, id] of [[{}, "5001"], [{ customers: "email" }, "5002"], [{}, "5003"]] as const) {
      await configure(options);
      place(PAID, [`gid://shopify/Order/${id}`]);
      await floor.sync();
    }
    expect(customers()).toEqual(["Ada Lovelace"]);
    const grace = sampleOrder(PAID);
    const asGrace = (id: string) => floor.orders.set(`gid://shopify/Order/${id}`, { ...grace, id: `gid://shopify/Order/${id}`, name: `#${id}`, email: "grace@example.com", customer: { ...(grace.customer as NonNullable<typeof grace.customer>), id: "gid://shopify/Customer/72", firstName: "Grace", lastName: "Hopper", email: "grace@example.com" }, transactions: grace.transactions.map((each) => ({ ...each, id: `${each.id}${id}` })) });
    await configure({ customers: "email" });
    asGrace("5004");
    await floor.sync();
    await configure({});
    asGrace("5005");
    await floor.sync();
    await expectPosted([...floor.orders.keys()]);
    expect(customers()).toEqual(["Ada Lovelace", "Grace Hopper"]);
  });
});

describe("settings that change", () => {
  it("write nothing to what is in the books (law 6)", async () => {
    const company = { preferences: { ...TRACKS, "AccountingInfoPrefs.ClassTrackingPerTxnLine": true }, classes: [{ Name: "Retail" }, { Name: "Wholesale" }], items: [item("Red tee"), item("Any goods")] };
    const all = [{}, { class: "Retail", items: { TEE: "Red tee" }, customers: "one" }, { class: "Wholesale", unknownItems: "fallback", fallbackItem: "Any goods", items: { TEE: "Any goods" }, customers: "email", terms: "Net 30", customerMessage: "Hello", dates: { salesOrder: "paid", invoice: "paid", payment: "ordered" }, closedDays: "first_open_day" }];
    await open({}, company);
    for (const [index, options] of all.entries()) {
      await configure(options);
      place(PAID, [`gid://shopify/Order/500${index + 1}`]);
      await floor.sync();
      await expectPosted([...floor.orders.keys()]);
    }
    floor.calls();
    for (const options of all) {
      await configure(options);
      await floor.sync("person");
    }
    expect(written()).toEqual([]);
    await expectPosted([...floor.orders.keys()]);
  }, 30_000);
});

describe("closed days that become the first open one", () => {
  const CLOSED = { bookCloseDate: "2026-11-30", switches: { throttling: false } };
  const dates = (entity: string): unknown[] => documents(entity).map((row) => row["TxnDate"]);

  it("let the order go on, and leave the sales order on its own", async () => {
    await open({ closedDays: "first_open_day" }, CLOSED);
    place();
    await floor.sync();
    await expectPosted();
    expect([dates("Estimate"), dates("Invoice"), dates("Payment")]).toEqual([["2026-11-02", "2026-11-02"], ["2026-12-01", "2026-12-01"], ["2026-12-01", "2026-12-01"]]);
    expect(documents("Payment").map((row) => textOf(row, "PrivateNote"))).toEqual([1, 2].map(() => expect.stringContaining("of 2026-11-02, when the books were closed") as string));
  });

  it("are chosen for an order that waited", async () => {
    await open({}, CLOSED);
    place();
    await floor.sync();
    expect((await issues()).map(({ code, remedy }) => `${code} ${remedy}`)).toEqual([expect.stringMatching(/^period_closed .*first open day in Settings/)]);
    await configure({ closedDays: "first_open_day" });
    await later();
    await expectPosted();
    expect(documents("Estimate")).toHaveLength(2);
  });

  it("are the day that is told of a payment in the books, once that is closed too", async () => {
    await open({ closedDays: "first_open_day" }, CLOSED, "sales_orders_no_invoices_payments");
    place();
    await floor.sync();
    await expectPosted();
    byHand({ action: "closeBooks", value: "2026-12-31" });
    floor.company.advance({ hours: 25 });
    await configure({ closedDays: "first_open_day" });
    await floor.sync("person");
    expect([dates("Invoice"), dates("Payment")]).toEqual([["2027-01-01", "2027-01-01"], ["2026-12-01", "2026-12-01"]]);
    expect((await issues()).map(({ code, sentence }) => `${code} ${sentence}`).toSorted()).toEqual(["#5001", "#5002"].map((name) => expect.stringContaining(`period_closed The payment of order ${name} is dated 2026-12-01,`) as string));
  });

  it("are where a document without a number is found after our record was lost, although books and settings are others by then", async () => {
    const numberless = { ...CLOSED, preferences: { "SalesFormsPrefs.CustomTxnNumbers": false } };
    await open({ closedDays: "first_open_day", dates: { invoice: "ordered" } }, numberless, "invoices_payments");
    place();
    await floor.sync();
    await expectPosted();
    floor.company.advance({ hours: 24 * 60 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore", duplicateDocNumberWarning: false });
    byHand({ action: "closeBooks", value: "2026-12-31" });
    await loseEverything(floor.prisma, floor);
    await configure({}, "invoices_payments");
    await floor.sync();
    await expectPosted();
    expect([dates("Invoice"), dates("Payment")]).toEqual([["2026-12-01", "2026-12-01"], ["2026-12-01", "2026-12-01"]]);
  }, 30_000);
});
