import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { DEFAULT_SETTINGS, type SettingOptions } from "#app/domain/settings/settings.ts";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import { type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const IDS = ["5001", "5002"].map((id) => `gid://shopify/Order/${id}`);
const PAID: Sample = { paid: ["52.20"], shipping: "9.00", fulfilled: "everything" };

/** Of the order from before (`sold`). */
const OF_BEFORE = ["Estimate 1000", "Invoice 1000", "Payment"];

const told = z.object({ sentence: z.string(), remedy: z.string() });

/** Issue 6, acceptance 5: two orders each, so that what lets one go on lets all. */
describe("a bad mapping is told with its remedy, and once it is mended all its orders go on by themselves", () => {
  let floor: ShopFloor;
  afterEach(() => floor[Symbol.asyncDispose]());

  const open = async (options: Partial<SettingOptions> = {}, company: object = {}): Promise<void> => {
    floor = await openShopFloor(company);
    await configure(options);
  };
  const configure = (options: Partial<SettingOptions>): Promise<void> => floor.configure({ mode: "sales_orders_invoices_payments", options: { ...DEFAULT_SETTINGS.options, ...options } }, []);
  const place = (sample: Sample): void => IDS.forEach((id, index) => floor.orders.set(id, { ...sampleOrder(sample), id, name: `#100${index + 1}` }));
  const documents = (entity: string): JsonObject[] => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const byHand = (action: object): JsonObject => floor.company.quickbooks.bookkeeper(floor.company.realmId, action);
  const idOf = (entity: string, name: string): string => textOf(documents(entity).find((row) => row["Name"] === name) ?? {}, "Id") ?? "";
  const setActive = (entity: string, name: string, id: string, Active: boolean): unknown => byHand({ action: "edit", kind: entity, id, patch: { Name: name, Active } });
  const written = (): string[] => ["Estimate", "Invoice", "Payment"].flatMap((entity) => documents(entity).map((row) => `${entity} ${textOf(row, "DocNumber") ?? ""}`.trim()));
  const issues = async (): Promise<{ code: string; sentence: string; remedy: string }[]> =>
    (await floor.prisma.issue.findMany({ where: { shopId: floor.tenant.shopId, resolvedAt: null } })).map(({ code, data }) => ({ code, ...told.parse(data) }));

  /** One issue for both orders, or one for each where the cause is the order's own. */
  const expectWaiting = async (code: string, remedy: RegExp): Promise<void> => {
    for (const id of IDS) expect(await floor.recorded(id)).toMatchObject({ state: "attention" });
    const waiting = await issues();
    expect([...new Set(waiting.map((issue) => issue.code))]).toEqual([code]);
    for (const issue of waiting) expect(issue.remedy).toMatch(remedy);
  };
  /** What waits has posted nothing: of its documents only sales orders may stand there, as they were placed, which post nothing themselves. */
  const expectNothingHalf = (salesOrders: readonly string[]): void => {
    expect(written().filter((document) => !OF_BEFORE.includes(document))).toEqual(salesOrders.map((number) => `Estimate ${number}`));
    const waiting = documents("Estimate").filter((row) => salesOrders.includes(textOf(row, "DocNumber") ?? ""));
    expect(waiting.map((row) => [row["TxnStatus"], row["LinkedTxn"] ?? []])).toEqual(salesOrders.map(() => ["Accepted", []]));
    // Of the order from before at most: 40.00, its tax and shipping, none of it open.
    const sold = written().includes("Invoice 1000") ? 52.2 : 0;
    expect(documents("Invoice").concat(documents("Payment")).map((row) => row["TotalAmt"])).toEqual(sold === 0 ? [] : [sold, sold]);
  };
  /** Each document once: what a waiting order had already is completed, not made again. */
  const expectOnce = (calls: readonly string[]): void => {
    const made = (path: string): number => calls.filter((call) => call === `POST ${path} 200`).length;
    expect({ salesOrders: made("/estimate"), invoices: made("/invoice") }).toEqual({ salesOrders: IDS.length, invoices: IDS.length });
  };
  const later = async (): Promise<void> => {
    floor.company.advance({ minutes: 16 });
    await floor.drain();
  };
  const expectPosted = async (): Promise<void> => {
    for (const id of IDS) expect(await floor.recorded(id)).toEqual({ state: "posted", reason: null });
    expect(written().sort()).toEqual(["Estimate 1001", "Estimate 1002", "Invoice 1001", "Invoice 1002", "Payment", "Payment"]);
    expect(documents("Invoice").map((row) => row["Balance"])).toEqual([0, 0]);
    expect(documents("Payment").map((row) => row["UnappliedAmt"])).toEqual([0, 0]);
    expect(await issues()).toEqual([]);
  };

  it("a product that QuickBooks does not know, where unknown ones are to wait", async () => {
    await open({ unknownItems: "wait" });
    place(PAID);
    await floor.sync();
    await expectWaiting("item_missing", /Create the item in QuickBooks/);
    expect(written()).toEqual([]);
    byHand({ action: "create", kind: "Item", value: { Name: "Tee", Sku: "TEE", Type: "NonInventory", IncomeAccountRef: { name: "Sales of Product Income" } } });
    await later();
    await expectPosted();
  });

  it("no account for a role", async () => {
    await open();
    const id = idOf("Account", "Shipping Income");
    setActive("Account", "Shipping Income", id, false);
    place(PAID);
    await floor.sync();
    await expectWaiting("account_missing", /account for shipping income/);
    expect(written()).toEqual([]);
    setActive("Account", "Shipping Income", id, true);
    await later();
    await expectPosted();
  });

  it("an item that was made inactive", async () => {
    await open({}, { items: [{ Name: "Tee", Sku: "TEE" }] });
    await sold("5000");
    const id = idOf("Item", "Tee");
    setActive("Item", "Tee", id, false);
    place(PAID);
    await floor.sync();
    await expectWaiting("item_missing", /Make "Tee" active again/);
    expect(await issues()).toHaveLength(1);
    expectNothingHalf([]);
    // Looked at again before it is mended, they wait on, and nothing more is there.
    await later();
    await expectWaiting("item_missing", /Make "Tee" active again/);
    expectNothingHalf([]);
    floor.calls();
    setActive("Item", "Tee", id, true);
    await later();
    await expectPostedBesideThat();
    expectOnce(floor.calls());
  });

  it("an income account that was made inactive", async () => {
    await open({}, { items: [{ Name: "Tee", Sku: "TEE" }] });
    await sold("5000");
    const id = idOf("Account", "Sales of Product Income");
    setActive("Account", "Sales of Product Income", id, false);
    // Accounts are read once a day.
    floor.company.advance({ hours: 25 });
    place(PAID);
    await floor.sync();
    await expectWaiting("account_missing", /Make the account "Sales of Product Income" active again/);
    expect(await issues()).toHaveLength(1);
    expectNothingHalf([]);
    floor.calls();
    setActive("Account", "Sales of Product Income", id, true);
    await later();
    await expectPostedBesideThat();
    expectOnce(floor.calls());
  });

  it("a customer who was made inactive", async () => {
    await open({}, { items: [{ Name: "Tee", Sku: "TEE" }] });
    await sold("5000");
    byHand({ action: "setActive", kind: "customer", name: "Ada Lovelace", active: false });
    place(PAID);
    await floor.sync();
    await expectWaiting("customer_inactive", /Make "Ada Lovelace" active again/);
    expect(await issues()).toHaveLength(1);
    expectNothingHalf([]);
    floor.calls();
    byHand({ action: "setActive", kind: "customer", name: "Ada Lovelace", active: true });
    await later();
    await expectPostedBesideThat();
    expectOnce(floor.calls());
    expect(documents("Customer")).toHaveLength(1);
  });

  it("a day whose books are closed", async () => {
    await open();
    byHand({ action: "closeBooks", value: "2026-11-30" });
    place(PAID);
    await floor.sync();
    await expectWaiting("period_closed", /closing date/);
    expect(await issues()).toHaveLength(1);
    expectNothingHalf(["1001", "1002"]);
    await later();
    await expectWaiting("period_closed", /closing date/);
    expectNothingHalf(["1001", "1002"]);
    byHand({ action: "reopenBooks" });
    await later();
    await expectPosted();
    expectOnce(floor.calls());
  });

  it.each([
    ["once its account is chosen", { newGateways: "wait", depositAccounts: { shopify_payments: "Checking" } }, "Checking"],
    ["once new gateways may go to the default account", { newGateways: "default" }, "Shopify Clearing"],
  ] satisfies [string, Partial<SettingOptions>, string][])("a gateway nobody chose an account for goes on %s, and no money is put anywhere before", async (_, mended, account) => {
    await open({ newGateways: "wait" });
    place(PAID);
    await floor.sync();
    await expectWaiting("gateway_not_mapped", /Choose the account for "shopify_payments" in Settings, Payments/);
    expect(await issues()).toHaveLength(1);
    expect(written()).toEqual([]);
    await configure(mended);
    await later();
    await expectPosted();
    expect(documents("Payment").map((row) => (row["DepositToAccountRef"] as JsonObject)["name"])).toEqual([account, account]);
  });

  it("a set of taxes that two tax codes fit (GB)", async () => {
    const code = (Name: string) => ({ Name, Active: true, SalesTaxRateList: { TaxRateDetail: [{ TaxRateRef: { name: `${Name} rate`, rate: 8 } }] } });
    await open({}, { country: "GB", currency: "GBP", taxCodes: [code("Alpha"), code("Beta")] });
    place({ ...PAID, currency: "GBP" });
    await floor.sync();
    await expectWaiting("tax_code_missing", /Choose the tax code for "Sales tax 8%" in Settings, Taxes/);
    expect(written()).toEqual([]);
    await configure({ taxCodes: { "Sales tax 8%": "Alpha" } });
    await later();
    await expectPosted();
  });

  it("a currency that the company does not keep", async () => {
    await open();
    place({ ...PAID, currency: "EUR" });
    await floor.sync();
    await expectWaiting("currency_not_supported", /Switch multicurrency on/);
    expect(written()).toEqual([]);
    byHand({ action: "setPreferences", value: { "CurrencyPrefs.MultiCurrencyEnabled": true } });
    await later();
    await expectPosted();
  });

  /** An order from before, so that customer, items and accounts are known and remembered. */
  async function sold(id: string): Promise<void> {
    floor.orders.set(`gid://shopify/Order/${id}`, { ...sampleOrder(PAID), id: `gid://shopify/Order/${id}`, name: "#1000" });
    await floor.sync();
    floor.orders.clear();
  }
  async function expectPostedBesideThat(): Promise<void> {
    for (const id of IDS) expect(await floor.recorded(id)).toEqual({ state: "posted", reason: null });
    expect(documents("Invoice").map((row) => [row["DocNumber"], row["Balance"]])).toEqual([["1000", 0], ["1001", 0], ["1002", 0]]);
    expect(documents("Payment").map((row) => row["UnappliedAmt"])).toEqual([0, 0, 0]);
    expect(await issues()).toEqual([]);
  }
});
