import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Books } from "../../books/books.ts";
import { sampleBooks, withBundle, withPurchases } from "../../books/sample-books.ts";
import { vendorsByName } from "../../books/vendors-by-name.ts";
import { decide } from "../../decision/decide.ts";
import { formatMoney } from "../../money/money.ts";
import type { Order } from "../../order/order.ts";
import { type Sample, sampleOrder, usd } from "../../order/sample-order.ts";
import { aspectsOf } from "../../plan/aspects.ts";
import { type ExistingDocument, plan, type Plan } from "../../plan/plan.ts";
import { compileRules } from "../../rules/compile-rules.ts";
import type { Rule } from "../../rules/rule.ts";
import { DEFAULT_SETTINGS } from "../../settings/settings.ts";
import type { PurchaseOrderDocument } from "../document.ts";

const SHOP = { domain: "acme.myshopify.com", timeZone: "America/New_York" };
const shipsBy = (sku: string, vendor?: string): Rule => ({ title: `${sku} by ${vendor ?? "its vendor"}`, enabled: true, when: { all: [{ field: "line.sku", op: "equals", value: sku }] }, then: [{ action: "drop_ship", ...(vendor === undefined ? {} : { vendor }) }] });
const STOP: Rule = { title: "No more", enabled: true, when: { all: [] }, then: [{ action: "stop_creating_purchase_orders" }] };

/** 2 × TEE at 20.00 and a MUG at 12.00: 52.00, paid. */
const PAID: Sample = { lines: [{ sku: "TEE", price: "20.00", quantity: 2 }, { sku: "MUG", price: "12.00" }], paid: ["52.00"] };
const BOOKS: Books = withPurchases(sampleBooks(["TEE", "MUG"]), { TEE: "8", MUG: "4.125" }, ["Acme", "Best Mugs"]);
const RULES = [shipsBy("TEE", "acme"), shipsBy("MUG", "Best Mugs")];

type Asked = { order?: Order; rules?: Rule[]; books?: Books; existing?: readonly ExistingDocument[]; mode?: typeof DEFAULT_SETTINGS["mode"]; name?: string };

function planned({ order = sampleOrder(PAID), rules = RULES, books = BOOKS, existing = [], mode = "sales_orders_invoices_purchase_orders" }: Asked = {}): Plan {
  const settings = { ...DEFAULT_SETTINGS, mode };
  const decision = decide({ order, settings, rules: compileRules(rules), timeZone: SHOP.timeZone, entered: true, shaping: existing });
  return plan({ shop: SHOP, order, decision, settings, existing, books });
}

const purchasesOf = ({ documents }: Plan): PurchaseOrderDocument[] => documents.filter((document) => document.kind === "purchase_order");
const told = (result: Plan): string[] => purchasesOf(result).map(({ number, vendor, standing, total, lines }) => `${number} ${vendor.name} ${standing} ${formatMoney(total)}: ${lines.map(({ quantity, unitCost }) => `${quantity} × ${unitCost}`).join(", ")}`);
const inBooks = (result: Plan): ExistingDocument[] => result.documents.map((document) => ({ kind: document.kind, part: document.part, date: document.date, aspects: aspectsOf(document) }));

/** The order after units of a line were taken back, the second time after it had shipped. */
function takenBack(order: Order, sku: string, units: number, { shipped = false } = {}): Order {
  const line = order.lines.find((each) => each.sku === sku);
  if (!line) throw new Error(`no line ${sku}`);
  const at = Temporal.Instant.from("2026-11-25T15:00:00Z");
  return {
    ...order,
    lines: order.lines.map((each) => (each === line ? { ...each, quantity: each.quantity - units } : each)),
    fulfilments: shipped ? [{ id: "f", at: Temporal.Instant.from("2026-11-20T15:00:00Z"), succeeded: true, service: null, location: null }] : [],
    changes: [{ id: "7", kind: "edit", at, transactionIds: [], discrepancy: usd("0"), sales: [{ of: "product", lineId: line.id, title: sku, quantity: -units, amount: usd("0"), taxLines: [] }] }],
  };
}

describe("purchase orders", () => {
  it("are one per vendor, with the items' purchase costs, and post nothing", () => {
    const result = planned();
    expect([result.issues, result.waits]).toEqual([[], []]);
    expect(told(result)).toEqual(["1001-D1 Acme open 16.00: 2 × 8", "1001-D2 Best Mugs open 4.13: 1 × 4.125"]);
    expect(purchasesOf(result)).toMatchObject([{ part: "41", date: Temporal.PlainDate.from("2026-11-02"), legs: [], payable: { name: "Accounts Payable" } }, { part: "42", legs: [] }]);
  });

  it("leave the proof as it is without them", () => {
    expect(planned().proof).toEqual(planned({ rules: [] }).proof);
  });

  it("are not made in another mode, before the order is paid or authorised, or where a rule stops them", () => {
    expect(told(planned({ mode: "sales_orders_invoices_payments" }))).toEqual([]);
    expect(told(planned({ order: sampleOrder({ ...PAID, paid: [] }) }))).toEqual([]);
    expect(told(planned({ order: sampleOrder({ ...PAID, paid: ["10.00"] }) }))).toEqual([]);
    expect(told(planned({ order: { ...sampleOrder({ ...PAID, paid: [] }), paymentWord: "authorized", status: "authorized" } }))).toHaveLength(2);
    expect(told(planned({ rules: [STOP, ...RULES] }))).toEqual([]);
  });

  it("find the vendor by the item's preferred one, else by the product's vendor in Shopify, where the rule names none", () => {
    const rules = [shipsBy("TEE"), shipsBy("MUG")];
    expect(told(planned({ rules, books: withPurchases(BOOKS, { MUG: "4.125" }, ["Acme", "Best Mugs"], { MUG: "42" }) }))).toEqual(["1001-D1 Acme open 16.00: 2 × 8", "1001-D2 Best Mugs open 4.13: 1 × 4.125"]);
    // Both products are Acme's in Shopify.
    expect(told(planned({ rules }))).toEqual(["1001-D1 Acme open 20.13: 2 × 8, 1 × 4.125"]);
  });

  it("take Shopify's cost where the item has none, and wait where neither is known", () => {
    const books = withPurchases(BOOKS, { TEE: null }, ["Acme", "Best Mugs"]);
    const order = sampleOrder(PAID);
    const costs = (amount: string, currency = "USD"): Order => ({ ...order, lines: order.lines.map((line) => ({ ...line, unitCost: { currency, amount } })) });
    expect(told(planned({ order: costs("7.30"), books }))).toEqual(["1001-D1 Acme open 14.60: 2 × 7.3", "1001-D2 Best Mugs open 4.13: 1 × 4.125"]);
    for (const unknown of [order, costs("7.30", "EUR")]) {
      const result = planned({ order: unknown, books });
      expect(result.waits.map(({ code }) => code)).toEqual(["purchase_cost_missing"]);
      expect([told(result), result.issues]).toEqual([["1001-D1 Best Mugs open 4.13: 1 × 4.125"], []]);
    }
  });

  it("wait in words for a vendor that is not there, one in another currency, an item that is not bought, or a company without them", () => {
    const codes = (asked: Asked): string[] => planned(asked).waits.map(({ code, cause }) => `${code} ${cause}`);
    expect(codes({ rules: [shipsBy("TEE", "Nobody")] })).toEqual(["vendor_missing nobody"]);
    expect(codes({ rules: [shipsBy("TEE")], books: { ...BOOKS, vendors: undefined } })).toEqual(["vendor_missing acme"]);
    const euros = { ...BOOKS, company: { ...BOOKS.company, multiCurrency: true }, vendors: vendorsByName([{ id: "41", name: "Acme", currency: "EUR" }]) };
    expect(codes({ rules: [shipsBy("TEE", "Acme")], books: euros })).toEqual(["vendor_missing currency of Acme"]);
    const items = new Map(BOOKS.items);
    const tee = items.get("sku:TEE");
    if (tee) items.set("sku:TEE", { ...tee, purchase: { cost: "8", vendorId: null, account: null } });
    expect(codes({ rules: [shipsBy("TEE", "Acme")], books: { ...BOOKS, items } })).toEqual(["item_not_bought TEE"]);
    expect(codes({ books: { ...BOOKS, company: { ...BOOKS.company, purchaseOrdersAllowed: false } } })).toEqual(["purchase_orders_off company"]);
  });

  it("have a whole number or none: one cut short could be another order's", () => {
    const named = (name: string) => planned({ order: sampleOrder({ ...PAID, name }), rules: [shipsBy("TEE", "Acme")] });
    expect(purchasesOf(named(`#${"9".repeat(18)}`))[0]?.number).toBe(`${"9".repeat(18)}-D1`);
    expect(named(`#${"9".repeat(19)}`).waits.map(({ code }) => code)).toEqual(["purchase_number_too_long"]);
  });
});

describe("a purchase order that is there", () => {
  const before = inBooks(planned());

  it("keeps its vendor, its number and its costs, whatever rules and costs say later", () => {
    const dearer = withPurchases(BOOKS, { TEE: "9", MUG: "5" }, ["Acme", "Best Mugs"]);
    const others = [shipsBy("TEE", "Best Mugs"), shipsBy("MUG", "Best Mugs")];
    for (const rules of [RULES, others, [STOP, ...others], []]) expect(told(planned({ books: dearer, rules, existing: before }))).toEqual(told(planned()));
  });

  it("is lowered by what is taken out before it ships, and keeps what comes back after that", () => {
    const order = sampleOrder(PAID);
    expect(told(planned({ order: takenBack(order, "TEE", 1), existing: before }))[0]).toBe("1001-D1 Acme open 8.00: 1 × 8");
    expect(told(planned({ order: takenBack(order, "TEE", 1, { shipped: true }), existing: before }))[0]).toBe("1001-D1 Acme open 16.00: 2 × 8");
  });

  it("is closed with the lines it had when nothing of it is left to ship", () => {
    const result = planned({ order: takenBack(sampleOrder(PAID), "TEE", 2), existing: before });
    expect(told(result)).toEqual(["1001-D1 Acme closed 16.00: 2 × 8", "1001-D2 Best Mugs open 4.13: 1 × 4.125"]);
    expect(told(planned({ order: takenBack(sampleOrder(PAID), "TEE", 2), existing: inBooks(result) }))).toEqual(told(result));
  });

  it("takes up what is added to the order, and once it is closed there is another one for that", () => {
    const order = sampleOrder(PAID);
    const [tee] = order.lines;
    if (!tee) throw new Error("no line");
    const added = { ...tee, id: "gid://shopify/LineItem/9", quantity: 3 };
    const more = (changed: Order): Order => ({ ...changed, lines: [...changed.lines, added] });
    expect(told(planned({ order: more(order), existing: before }))[0]).toBe("1001-D1 Acme open 40.00: 2 × 8, 3 × 8");
    const closed = inBooks(planned({ order: takenBack(order, "TEE", 2), existing: before }));
    const result = planned({ order: more(takenBack(order, "TEE", 2)), existing: closed });
    expect(told(result)).toEqual(["1001-D1 Acme closed 16.00: 2 × 8", "1001-D2 Best Mugs open 4.13: 1 × 4.125", "1001-D3 Acme open 24.00: 3 × 8"]);
    expect(purchasesOf(result).map(({ part }) => part)).toEqual(["41", "42", "41-2"]);
  });
});

describe("purchase orders of a bundle", () => {
  const bought = (cost: string | null, vendorId: string | null = null) => ({ cost, vendorId, account: { id: "16", name: "Cost of Goods Sold" } });
  const gift = (mug: string | null, tea: string | null): Books => withBundle(withPurchases(sampleBooks([]), {}, ["Acme", "Best Mugs"]), "GIFT", [
    { name: "Mug", quantity: "2", price: "9", purchase: bought(mug, "42") }, { name: "Tea", price: "4.5", purchase: bought(tea) },
  ]);
  /** 3 × 25.00; the product's vendor in Shopify is Acme. */
  const order = sampleOrder({ lines: [{ sku: "GIFT", price: "25.00", quantity: 3 }], paid: ["75.00"] });
  const rules = [shipsBy("GIFT")];

  it("buy each item that it holds at its own cost, from its own vendor", () => {
    const result = planned({ order, rules, books: gift("4", "1.125") });
    expect([result.issues, result.waits]).toEqual([[], []]);
    expect(told(result)).toEqual(["1001-D1 Best Mugs open 24.00: 6 × 4", "1001-D2 Acme open 3.38: 3 × 1.125"]);
    expect(purchasesOf(result).flatMap(({ lines }) => lines.map(({ item, description }) => [item, description]))).toEqual([["id:201", "GIFT: Mug"], ["id:202", "GIFT: Tea"]]);
    expect(told(planned({ order, rules: [shipsBy("GIFT", "Acme")], books: gift("4", "1.125") }))).toEqual(["1001-D1 Acme open 27.38: 6 × 4, 3 × 1.125"]);
  });

  it("wait for the cost of one item, which Shopify's cost of the bundle does not say, while the others are bought", () => {
    const costed = { ...order, lines: order.lines.map((line) => ({ ...line, unitCost: { amount: "11.00", currency: "USD" } })) };
    const first = planned({ order: costed, rules, books: gift("4", null) });
    expect(told(first)).toEqual(["1001-D1 Best Mugs open 24.00: 6 × 4"]);
    expect(first.waits.map(({ code, sentence, remedy }) => [code, sentence.includes('"Tea"'), remedy.includes("Shopify")])).toEqual([["purchase_cost_missing", true, false]]);
    const later = planned({ order: costed, rules, books: gift("5", "1"), existing: inBooks(first) });
    expect([told(later), later.waits]).toEqual([["1001-D1 Best Mugs open 24.00: 6 × 4", "1001-D2 Acme open 3.00: 3 × 1"], []]);
  });

  it("stay as they were made when the bundle is put together anew, and follow the order in proportion", () => {
    const first = planned({ order, rules, books: gift("4", "1") });
    const anew = withBundle(gift("4", "1"), "GIFT", [{ name: "Bowl", quantity: "5", price: "9", purchase: bought("7") }]);
    // Without the sales order, only the purchase orders say what the bundle held.
    const purchases = inBooks(first).filter(({ kind }) => kind === "purchase_order");
    expect(told(planned({ order, rules, books: anew, existing: purchases }))).toEqual(told(first));
    const lowered = planned({ order: takenBack(order, "GIFT", 1), rules, books: anew, existing: purchases });
    expect(told(lowered)).toEqual(["1001-D1 Best Mugs open 16.00: 4 × 4", "1001-D2 Acme open 2.00: 2 × 1"]);
    expect(told(planned({ order: takenBack(order, "GIFT", 3), rules, books: anew, existing: inBooks(lowered) })).map((text) => text.replace(/ \d.*/, ""))).toEqual(["1001-D1 Best Mugs closed", "1001-D2 Acme closed"]);
  });

  it("do not ask again for what is bought already", () => {
    const first = planned({ order, rules, books: gift("4", "1") });
    const off = { ...gift(null, null), company: { ...gift(null, null).company, purchaseOrdersAllowed: false } };
    expect(planned({ order, rules, books: off, existing: inBooks(first) }).waits).toEqual([]);
  });
});
