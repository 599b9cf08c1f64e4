import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sample, sampleOrder } from "#app/domain/order/sample-order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { textOf } from "#sandbox/quickbooks/wire/json.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const INVOICE_WHEN_SHIPPED: Rule = {
  title: "Invoice when it ships", enabled: true,
  when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }],
};
const PAID: Sample = { paid: ["43.20"] };
const SHIPPED: Sample = { paid: ["43.20"], fulfilled: "everything" };

describe("draining a connection", () => {
  let floor: ShopFloor;
  const open = async (companyConfig: object = {}): Promise<void> => {
    floor = await openShopFloor(companyConfig);
    await floor.configure({}, [INVOICE_WHEN_SHIPPED]);
  };
  const place = (sample: Sample, id = "5001"): void => {
    const gid = `gid://shopify/Order/${id}`;
    floor.orders.set(gid, { ...sampleOrder(sample), id: gid, name: sample.name ?? "#1001" });
  };
  const state = (id = "5001"): Promise<{ state: string; reason: string | null }> => floor.recorded(`gid://shopify/Order/${id}`);
  beforeEach(() => open());
  afterEach(() => floor[Symbol.asyncDispose]());

  it("takes five calls for a paid order that ships later, once customer, item and the company's ways are known (A2)", async () => {
    place({ ...PAID, name: "#1000" }, "5000");
    await floor.sync();
    place({ ...SHIPPED, name: "#1000" }, "5000");
    await floor.sync();
    floor.orders.clear();
    floor.calls();

    place(PAID);
    await floor.sync();
    expect(floor.calls()).toEqual(["POST /estimate 200", "POST /payment 200"]);
    place(SHIPPED);
    await floor.sync();
    // The query is the batch's: what a bookkeeper put on the sales order meanwhile (A26).
    expect(floor.calls()).toEqual(["GET /query 200", "POST /invoice 200", "POST /payment 200"]);
    expect(floor.company.quickbooks.trialBalance(floor.company.realmId).find((row) => row.account === "Accounts Receivable")).toBeUndefined();
  });

  it("closes the sales order itself where the link does not, with six calls", async () => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { linkClosesEstimate: false });
    place({ ...SHIPPED, name: "#1000" }, "5000");
    await floor.sync();
    floor.orders.clear();
    floor.calls();

    place(PAID);
    await floor.sync();
    place(SHIPPED);
    await floor.sync();
    expect(floor.calls()).toEqual(["POST /estimate 200", "POST /payment 200", "GET /query 200", "POST /invoice 200", "POST /estimate 200", "POST /payment 200"]);
  });

  it("posts nothing before set-up is finished, and everything that waited once it is", async () => {
    const fresh = await openShopFloor();
    try {
      const order = sampleOrder(PAID);
      fresh.orders.set(order.id, order);
      await fresh.sync();
      expect(fresh.calls()).toEqual([]);
      await fresh.configure({}, [INVOICE_WHEN_SHIPPED]);
      await fresh.drain();
      expect(await fresh.recorded(order.id)).toEqual({ state: "posted", reason: null });
    } finally {
      await fresh[Symbol.asyncDispose]();
    }
  });

  it("sends nothing for an order that has not changed", async () => {
    place(SHIPPED);
    await floor.sync();
    floor.calls();
    await floor.sync();
    expect(floor.calls()).toEqual([]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("looks at its documents and writes nothing when a person resyncs an order that is up to date", async () => {
    place(SHIPPED);
    await floor.sync();
    floor.calls();
    await floor.sync("person");
    expect(floor.calls().map((call) => call.replace(/\d+ 200$/, "…")).sort()).toEqual(["GET /estimate/…", "GET /invoice/…", "GET /payment/…"]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("makes only the missing payment again when a person resyncs, and not before (A6)", async () => {
    place(SHIPPED);
    await floor.sync();
    const { quickbooks, realmId } = floor.company;
    const [payment = {}] = quickbooks.documents(realmId, "Payment");
    quickbooks.bookkeeper(realmId, { action: "delete", kind: "payment", id: textOf(payment, "Id") });
    await floor.sync();
    expect(quickbooks.documents(realmId, "Payment")).toEqual([]);

    floor.calls();
    await floor.sync("person");
    expect(floor.calls().filter((call) => call.startsWith("POST"))).toEqual(["POST /payment 200"]);
    expect(quickbooks.documents(realmId, "Payment")).toMatchObject([{ TotalAmt: 43.2, UnappliedAmt: 0 }]);
    expect(quickbooks.documents(realmId, "Invoice")).toMatchObject([{ Balance: 0 }]);
    await floor.sync("person");
    expect(quickbooks.documents(realmId, "Payment")).toHaveLength(1);
  });

  it("applies the payment again when a deleted invoice is made again", async () => {
    place(SHIPPED);
    await floor.sync();
    const { quickbooks, realmId } = floor.company;
    const [invoice = {}] = quickbooks.documents(realmId, "Invoice");
    quickbooks.bookkeeper(realmId, { action: "delete", kind: "invoice", id: textOf(invoice, "Id") });
    await floor.sync("person");
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(quickbooks.documents(realmId, "Invoice")).toMatchObject([{ DocNumber: "1001", Balance: 0 }]);
    expect(quickbooks.documents(realmId, "Estimate")).toMatchObject([{ TxnStatus: "Closed" }]);
  });

  it("brings a deleted sales order back without a second payment, however often it is asked (A27)", async () => {
    place(PAID);
    await floor.sync();
    const { quickbooks, realmId } = floor.company;
    const [estimate = {}] = quickbooks.documents(realmId, "Estimate");
    quickbooks.bookkeeper(realmId, { action: "delete", kind: "sales_order", id: textOf(estimate, "Id") });
    await floor.sync("person");
    await floor.sync("person");
    await floor.sync();
    expect(quickbooks.documents(realmId, "Estimate")).toMatchObject([{ DocNumber: "1001", TotalAmt: 43.2 }]);
    expect(quickbooks.documents(realmId, "Payment")).toHaveLength(1);
  });

  it("shows an order, and what it waits for, while QuickBooks answers nothing, and keeps what was known of one", async () => {
    await using floor = await openShopFloor();
    await floor.configure({}, []);
    const [known, fresh] = ["gid://shopify/Order/1", "gid://shopify/Order/2"];
    floor.orders.set(known, { ...sampleOrder({ paid: ["43.20"] }), id: known });
    await floor.sync();
    floor.orders.set(fresh, { ...sampleOrder({}), id: fresh, name: "#1002" });
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "GET *", do: "status", status: 503 }]);
    floor.company.advance({ hours: 48 });
    await floor.sync();
    for (const id of [known, fresh]) expect(await floor.recorded(id)).toEqual({ state: "waiting", reason: "Waiting for QuickBooks." });
    const rows = await floor.prisma.order.findMany({ where: { shopId: floor.tenant.shopId }, orderBy: { orderGid: "asc" }, select: { name: true, proof: true } });
    expect(rows).toEqual([{ name: "#1001", proof: expect.objectContaining({ money: expect.objectContaining({ shop: "43.20", books: "43.20" }) }) }, { name: "#1002", proof: null }]);

    floor.company.quickbooks.setFaults(floor.company.realmId, []);
    floor.company.advance({ minutes: 1 });
    await floor.drain();
    for (const id of [known, fresh]) expect(await floor.recorded(id)).toMatchObject({ state: "posted" });
  });

  it("looks up a document whose answer was lost and adopts it instead of posting it twice", async () => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /estimate", nth: 1, do: "commitThenDrop" }]);
    place(PAID);
    await floor.sync();
    const estimates = floor.calls().filter((call) => call.startsWith("POST /estimate"));
    expect(estimates).toHaveLength(1);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("sends a document again under the same key when its request was lost before it arrived", async () => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /invoice", nth: 1, do: "dropBefore" }]);
    place(SHIPPED);
    await floor.sync();
    expect(await state()).toEqual({ state: "waiting", reason: "Waiting for QuickBooks: checking whether the last document arrived." });
    floor.company.advance({ minutes: 1 });
    await floor.drain();
    expect(await state()).toEqual({ state: "posted", reason: null });
    const invoices = floor.company.quickbooks.requests(floor.company.realmId).filter(({ path, method }) => method === "POST" && path === "/invoice");
    expect(new Set(invoices.map(({ query }) => query["requestid"])).size).toBe(1);
    expect(invoices).toHaveLength(2);
  });

  it("makes one payment although the first attempt arrives an hour late and the order ships meanwhile", async () => {
    const { quickbooks, realmId } = floor.company;
    quickbooks.setFaults(realmId, [
      { on: "POST /payment", nth: 1, do: "lateCommit", ms: 3_600_000 },
      { on: "POST /payment", nth: 2, times: 3, do: "status", status: 503 },
    ]);
    place(PAID);
    await floor.sync();
    place(SHIPPED);
    await floor.sync();
    for (const minutes of [1, 5, 10, 60, 60, 60]) {
      floor.company.advance({ minutes });
      await floor.drain();
    }
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(quickbooks.documents(realmId, "Payment")).toMatchObject([{ TotalAmt: 43.2, UnappliedAmt: 0 }]);
    expect(quickbooks.documents(realmId, "Invoice")).toMatchObject([{ Balance: 0 }]);
  });

  it("does not call an order left out while a document of it may still turn up", async () => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /estimate", nth: 1, do: "lateCommit", ms: 3_600_000 }]);
    place(PAID);
    await floor.sync();
    await floor.configure({ statuses: ["fulfilled"] }, [INVOICE_WHEN_SHIPPED]);
    await floor.sync();
    expect(await state()).toMatchObject({ state: "waiting" });
  });

  it("keeps telling that QuickBooks changed a total until it is mended, also in runs that write nothing", async () => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { honourTotalTax: false });
    place(PAID);
    await floor.sync();
    const told = { state: "attention", reason: expect.stringMatching(/QuickBooks holds 40\.00 as sales order total .* 43\.20/) as string };
    expect(await state()).toMatchObject({ state: "attention" });
    await floor.sync();
    await floor.sync("person");
    expect(await state()).toEqual(told);
  });

  it("does not take a voided invoice for the one it is to make", async () => {
    const { quickbooks, realmId } = floor.company;
    place(SHIPPED);
    await floor.sync();
    const [invoice = {}] = quickbooks.documents(realmId, "Invoice");
    quickbooks.bookkeeper(realmId, { action: "void", kind: "invoice", id: textOf(invoice, "Id") });
    await floor.sync("person");
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("A voided one keeps its number") as string });
  });

  it("notices at a resync that estimates were switched on, and leaves finished orders alone when they are switched off", async () => {
    const { quickbooks, realmId } = floor.company;
    const switchEstimates = (on: boolean) => quickbooks.bookkeeper(realmId, { action: "setPreferences", value: { "SalesFormsPrefs.AllowEstimates": on } });
    switchEstimates(false);
    place(SHIPPED);
    await floor.sync();
    expect(await state()).toMatchObject({ state: "attention", reason: expect.stringContaining("estimates are switched off") as string });
    switchEstimates(true);
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(await state()).toEqual({ state: "posted", reason: null });
    switchEstimates(false);
    floor.company.advance({ hours: 25 });
    await floor.sync("person");
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("says which rule keeps an order without any document", async () => {
    await floor.configure({ mode: "invoices" }, [INVOICE_WHEN_SHIPPED]);
    place(PAID);
    await floor.sync();
    expect(await state()).toEqual({ state: "skipped", reason: 'No document yet: your rule "Invoice when it ships".' });
  });

  it("reads a payment again when somebody changed it meanwhile, and applies it", async () => {
    place(PAID);
    await floor.sync();
    const { quickbooks, realmId } = floor.company;
    const [payment = {}] = quickbooks.documents(realmId, "Payment");
    quickbooks.bookkeeper(realmId, { action: "edit", kind: "payment", id: textOf(payment, "Id"), patch: { PrivateNote: `${textOf(payment, "PrivateNote") ?? ""} seen by the bookkeeper` } });
    place(SHIPPED);
    await floor.sync();
    expect(await state()).toEqual({ state: "posted", reason: null });
    expect(quickbooks.documents(realmId, "Invoice")[0]).toMatchObject({ Balance: 0 });
  });

  it("adopts nobody else's document of the same number but asks", async () => {
    const { quickbooks, realmId } = floor.company;
    place({ ...PAID, name: "#1000" }, "5000");
    await floor.sync();
    floor.orders.clear();
    place({ ...PAID, name: "#1000" }, "6000");
    await floor.sync();
    expect(await state("6000")).toMatchObject({ state: "attention", reason: expect.stringContaining("already has another sales order numbered 1000") });
    expect(quickbooks.documents(realmId, "Estimate")).toHaveLength(1);
  });

  it("lets an order with a problem wait while the others go on", async () => {
    place({ ...PAID, name: "#1" }, "1");
    place({ ...PAID, name: "#2" }, "2");
    const bad = floor.orders.get("gid://shopify/Order/1");
    if (bad) floor.orders.set(bad.id, { ...bad, currency: "USD", totals: { ...bad.totals, current: { currency: "USD", minor: 1n } } });
    await floor.sync();
    expect(await state("1")).toMatchObject({ state: "attention" });
    expect(await state("2")).toEqual({ state: "posted", reason: null });
  });

  it("finds a customer that exists under the same name and e-mail, and gives a namesake a name of its own", async () => {
    const { quickbooks, realmId } = floor.company;
    place({ ...PAID, name: "#1" }, "1");
    await floor.sync();
    floor.orders.clear();
    place({ ...PAID, name: "#2" }, "2");
    const other = floor.orders.get("gid://shopify/Order/2");
    if (other?.customer) floor.orders.set(other.id, { ...other, email: "other@example.com", customer: { ...other.customer, id: "gid://shopify/Customer/72", email: "other@example.com" } });
    await floor.sync();
    expect(quickbooks.documents(realmId, "Customer").map((customer) => customer["DisplayName"])).toEqual(["Ada Lovelace", "Ada Lovelace (Shopify 72)"]);
  });
});
