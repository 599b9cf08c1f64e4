import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { DocumentRow, OrderFacts } from "#app/pipeline/ports/shop-desk.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { formatFor } from "../format.server.ts";
import { type OrderQuestion, orderView } from "./order-view.server.ts";

const AT = Temporal.Instant.from("2026-11-02T15:00:00Z");
const usd = (minor: bigint) => ({ currency: "USD", minor });
const byMode = (create: boolean) => ({ create, because: { by: "mode", name: "sales_orders_invoices_payments" } });
const SHIPPED_ONLY: Rule = { title: "Only shipped", enabled: true, when: { all: [{ field: "order.status", op: "does_not_equal", value: "fulfilled" }] }, then: [{ action: "stop_creating_invoices" }] };
const stoppedBy = (name: string) => ({ create: false, because: { by: "rule", name } });
const decision = (changes: object = {}, trace: object[] = []) => ({ treatment: { kind: "sync" }, documents: { sales_order: byMode(true), invoice: byMode(true), payment: byMode(true), ...changes }, trace });
const side = (shop: string, books: string, leftOut: object | null = null, difference = "0.00") => ({ shop, books, difference, leftOut });

const ORDER: OrderFacts = {
  orderId: "gid://shopify/Order/6001", name: "#1001", status: "paid", state: "posted", reason: null, placedAt: AT, total: usd(11_973n), documents: [], due: false,
  adminUrl: "https://admin.example/orders/6001", documentRows: [], issues: [], timeline: [], decision: decision(), plan: null, proof: null, removal: [], lastSyncedAt: AT,
};
const document = (kind: string, changes: Partial<DocumentRow> = {}): DocumentRow =>
  ({ kind, part: "1", entity: null, ledgerId: null, number: null, date: "2026-11-02", total: usd(11_973n), balance: null, status: null, state: "posted", url: null, ...changes });
const view = (order: Partial<OrderFacts>, question: Partial<OrderQuestion> = {}) =>
  orderView({ order: { ...ORDER, ...order }, rules: [], settings: DEFAULT_SETTINGS, notice: null, format: formatFor({ country: "US", timeZone: "America/New_York" }), ...question });

describe("the headline tells what comes next", () => {
  const SALES_ORDER = document("sales_order");
  const PAYMENT = document("payment", { balance: usd(11_973n) });

  test("the invoice when the order ships, or is paid, when that is what the rule asks", () => {
    const order = { decision: decision({ invoice: stoppedBy("Only shipped") }), documentRows: [SALES_ORDER, PAYMENT] };
    expect(view(order, { rules: [SHIPPED_ONLY] }).headline).toBe("Up to date · invoice when it ships");
    const paidOnly: Rule = { ...SHIPPED_ONLY, when: { all: [{ field: "order.financialStatus", op: "does_not_equal", value: "paid" }] } };
    expect(view(order, { rules: [paidOnly] }).headline).toBe("Up to date · invoice when it is paid");
  });

  test("the rule by its name when it asks something else or is gone", () => {
    const order = { decision: decision({ invoice: stoppedBy("Only shipped") }), documentRows: [SALES_ORDER, PAYMENT] };
    const other: Rule = { ...SHIPPED_ONLY, when: { all: [{ field: "order.tags", op: "is_one_of", value: ["b2b"] }] } };
    for (const rules of [[other], []]) expect(view(order, { rules }).headline).toBe("Up to date · invoice when your rule “Only shipped” allows it");
  });

  test("the payment when the order is paid", () => {
    expect(view({ documentRows: [SALES_ORDER, document("invoice")] }).headline).toBe("Up to date · payment when it is paid");
  });

  test("nothing more when a mode makes no invoice, a rule leaves the payment out, or all documents are there", () => {
    expect(view({ decision: decision({ invoice: byMode(false), payment: stoppedBy("Bank feed") }), documentRows: [SALES_ORDER] }).headline).toBe("Up to date");
    expect(view({ documentRows: [SALES_ORDER, document("invoice"), PAYMENT] }).headline).toBe("Up to date");
  });

  test("what stands in the way when it is not up to date", () => {
    const view1 = view({ state: "waiting", reason: "Waiting for QuickBooks: catching up." });
    expect([view1.headline, view1.reason]).toEqual(["Waiting for QuickBooks", "Catching up."]);
    expect(view({ state: "waiting" }, { notice: "paused" }).headline).toBe("Paused: reconnect QuickBooks");
  });
});

describe("purchase orders", () => {
  const SALES_ORDER = document("sales_order");
  const documentRows = [SALES_ORDER, document("invoice"), document("payment", { balance: usd(0n) })];
  const unpaid = { create: false, because: { by: "order", name: "not_authorized_yet" } };
  const lineSlots = { "gid://shopify/LineItem/1": { vendor: { rule: "Acme ships", value: "Acme" } } };
  const why = (order: Partial<OrderFacts>) => view(order).why.documents.filter(({ document: name }) => name === "Purchase order").map(({ reason }) => reason);

  test("are spoken of only where a rule says that a vendor ships something", () => {
    const none = { documentRows, decision: decision({ purchase_order: byMode(true) }) };
    expect([view(none).headline, why(none)]).toEqual(["Up to date", []]);
  });

  test("come once the order is paid, and are told like every other document", () => {
    const waiting = { documentRows, decision: { ...decision({ purchase_order: unpaid }), lineSlots } };
    expect(view(waiting).headline).toBe("Up to date · purchase order when it is paid, or the money is reserved");
    expect(why(waiting)).toEqual([expect.stringContaining("Not made: nothing is ordered from a vendor before")]);
    const made = { documentRows: [...documentRows, document("purchase_order", { number: "1001-D1", entity: "PurchaseOrder", url: "https://q/7" })], decision: { ...decision({ purchase_order: byMode(true) }), lineSlots } };
    expect(why(made)).toEqual([expect.stringMatching(/^Made: /)]);
    expect(view(made).chain.at(-1)?.boxes).toMatchObject([{ title: "Purchase order 1001-D1", link: { label: "Open purchase order 1001-D1" } }]);
    expect(why({ ...made, decision: { ...decision({ purchase_order: stoppedBy("Own stock") }), lineSlots } })).toEqual(["Stays although it would not be made now: your rule “Own stock”."]);
  });
});

describe("the chain of documents", () => {
  const boxes = (order: Partial<OrderFacts>, question: Partial<OrderQuestion> = {}) => view(order, question).chain.flatMap((column) => column.boxes);

  test("runs from the sales order to the payment, with a place for the invoice that is to come", () => {
    const order = { decision: decision({ invoice: stoppedBy("Only shipped") }), documentRows: [document("payment", { balance: usd(11_973n) }), document("sales_order", { number: "1001", entity: "Estimate", url: "https://q/1", status: "accepted" })] };
    expect(boxes(order, { rules: [SHIPPED_ONLY] })).toEqual([
      { title: "Sales order 1001", total: "$119.73", date: "Nov 2, 2026", status: { label: "Open", tone: "info" }, balance: null, link: { label: "Open estimate 1001", url: "https://q/1" } },
      { title: "Invoice", coming: "when it ships" },
      expect.objectContaining({ title: "Payment", status: { label: "Waiting for its invoice", tone: "info" }, balance: "Not applied yet: $119.73", link: null }),
    ]);
  });

  test.each<[string, Partial<DocumentRow> & { kind: string }, string | null]>([
    ["Closed", { kind: "sales_order", status: "closed" }, null],
    ["Voided", { kind: "sales_order", status: "voided" }, null],
    ["Open", { kind: "purchase_order", status: "open" }, null],
    ["E-mailed", { kind: "purchase_order", status: "emailed" }, null],
    ["Billed", { kind: "purchase_order", status: "billed" }, null],
    ["Closed", { kind: "purchase_order", status: "closed" }, null],
    ["Open", { kind: "invoice", balance: usd(11_973n) }, "Open: $119.73"],
    ["Charged back", { kind: "chargeback" }, null],
    ["Came back", { kind: "chargeback_reversal" }, null],
    ["Partly paid", { kind: "invoice", balance: usd(1n) }, "Open: $0.01"],
    ["Paid", { kind: "invoice", balance: usd(0n) }, "Open: $0.00"],
    ["Applied", { kind: "payment", balance: usd(0n) }, "Not applied yet: $0.00"],
    ["On its way", { kind: "invoice", balance: usd(5n), state: "sent" }, null],
    ["Not sent yet", { kind: "invoice", state: "intended" }, null],
    ["Checking with QuickBooks", { kind: "invoice", state: "unknown" }, null],
    ["Refused by QuickBooks", { kind: "invoice", state: "rejected" }, null],
    ["No longer in QuickBooks", { kind: "invoice", state: "undone" }, null],
  ])("“%s” is what it says of such a document", (label, changes, balance) => {
    expect(boxes({ decision: null, documentRows: [document(changes.kind, changes)] })).toMatchObject([{ status: { label }, balance }]);
  });

  test("documents that are stopped by an issue come once it is gone", () => {
    const plan = [{ kind: "sales_order" }, { kind: "payment" }];
    expect(boxes({ state: "attention", plan, decision: decision({ invoice: stoppedBy("Only shipped") }) }, { rules: [SHIPPED_ONLY] })).toMatchObject([
      { title: "Sales order", coming: "once this is fixed" }, { title: "Invoice", coming: "when it ships" }, { title: "Payment", coming: "once this is fixed" },
    ]);
  });
});

describe("the proof", () => {
  test("names what a chargeback took, which is no difference, and that it came back", () => {
    const proof = { verdict: "matches", income: side("9.00", "9.00"), money: side("9.00", "9.00") };
    expect(view({ proof: { ...proof, chargedBack: "24.00" } }).proof).toMatchObject({ tone: "success", notes: ["$24.00 went to a chargeback and is booked as an expense; sale and payment stay what they are, so it is no difference."] });
    expect(view({ proof: { ...proof, chargedBack: "0.00" } }).proof?.notes).toEqual(["A chargeback took money and all of it came back: booked as an expense and its reversal, no difference."]);
    expect(view({ proof }).proof?.notes).toEqual([]);
  });

  const RULE = { by: "rule", name: "Bank feed" };
  test.each<[object, string]>([
    [{ verdict: "matches", income: side("9.00", "9.00"), money: side("9.00", "9.00") }, "Matches, to the cent"],
    [{ verdict: "matches_except", income: side("9.00", "9.00"), money: side("9.00", "0.00", { amount: "9.00", because: RULE }) }, "Matches, except payments that your rule leaves out"],
    [{ verdict: "matches_except", income: side("9.00", "0.00", { amount: "9.00", because: byMode(false).because }), money: side("9.00", "0.00", { amount: "9.00", because: byMode(false).because }) }, "Matches, except invoices and payments that your choice of documents leaves out"],
    [{ verdict: "matches_except", income: side("9.00", "0.00", { amount: "9.00", because: RULE }), money: side("9.00", "0.00", { amount: "9.00", because: byMode(false).because }) }, "Matches, except invoices and payments that your choices leave out"],
    [{ verdict: "differs", income: side("9.00", "9.00"), money: side("9.00", "10.50", null, "-1.50") }, "Differs by $1.50"],
  ])("%j", (proof, title) => {
    expect(view({ proof }).proof?.title).toBe(title);
  });

  test("of an order whose documents are still to come shows the gap without calling it a difference", () => {
    const proof = { verdict: "differs", income: side("9.00", "9.00"), money: side("9.00", "0.00", null, "9.00") };
    expect(view({ state: "waiting", proof }).proof).toMatchObject({ tone: "neutral", title: "Not all documents are in QuickBooks yet", rows: [{ agrees: true }, { difference: "$9.00", agrees: true }] });
    expect(view({ state: "attention", proof }).proof).toMatchObject({ tone: "critical", rows: [{ agrees: true }, { agrees: false }] });
  });

  test("names what was left out, and who decided it", () => {
    const { proof } = view({ proof: { verdict: "matches_except", income: side("9.00", "9.00"), money: side("9.00", "0.00", { amount: "9.00", because: RULE }) } });
    expect(proof?.notes).toEqual(["$9.00 of payments left out: your rule “Bank feed”."]);
    expect(proof?.rows).toEqual([
      { label: "Sales", shop: "$9.00", books: "$9.00", difference: "$0.00", agrees: true },
      { label: "Payments", shop: "$9.00", books: "$0.00", difference: "Left out", agrees: true },
    ]);
  });
});

describe("why", () => {
  test("names for each document the choice or the rule that decided", () => {
    const { documents } = view({ decision: decision({ invoice: stoppedBy("Only shipped") }), documentRows: [document("sales_order")] }).why;
    expect(documents).toEqual([
      { document: "Sales order", reason: "Made: you chose “Sales order, invoice, and payment when paid”." },
      { document: "Invoice", reason: "Not made: your rule “Only shipped”." },
      { document: "Payment", reason: "Made for money that Shopify received: you chose “Sales order, invoice, and payment when paid”. None was received yet." },
    ]);
  });

  test("says whether a person approved an order that a rule holds, or it was in QuickBooks before", () => {
    const passed = { kind: "hold", because: { by: "rule", name: "Big" } };
    expect(view({ decision: { ...decision(), passed, released: "Big" } }).why.sentence).toBe("Your rule “Big” holds orders like this one. A person approved this one.");
    expect(view({ decision: { ...decision(), passed } }).why.sentence).toContain("in QuickBooks before");
  });

  test("says of a document that exists although it would not be made now that it stays", () => {
    const { documents } = view({ decision: decision({ invoice: stoppedBy("Only shipped") }), documentRows: [document("invoice")] }).why;
    expect(documents[1]?.reason).toBe("Stays although it would not be made now: your rule “Only shipped”.");
  });

  test("tells of every rule whether it applied, with the order's own value", () => {
    const trace = [
      { title: "Only shipped", enabled: true, outcome: "not_matched", failed: { field: "order.status", op: "does_not_equal", value: "fulfilled", actual: "fulfilled" } },
      { title: "Tagged", enabled: true, outcome: "not_matched", failed: { field: "order.tags", op: "is_one_of", value: ["b2b"], actual: "no value" } },
      { title: "Gone", enabled: true, outcome: "matched" },
      { title: "Off", enabled: false, outcome: "disabled" },
      { title: "Late", enabled: true, outcome: "not_reached" },
    ];
    expect(view({ decision: decision({}, trace) }).why.rules.map(({ outcome }) => outcome)).toEqual([
      "Did not apply: it asks that order status is not fulfilled; here it is “fulfilled”.",
      "Did not apply: it asks that an order tag is b2b; here there is none.",
      "Applied.",
      "Switched off.",
      "Not asked: an earlier rule settled the order.",
    ]);
  });
});

test("the timeline is told in sentences, ends with the order itself, and leaves out what it does not know", () => {
  const entry = (kind: string, data: Record<string, unknown>) => ({ at: AT, kind, data });
  const timeline = [
    entry("document_apply", { kind: "payment", number: null }), entry("document_close", { kind: "sales_order", by: "link" }),
    entry("document_create", { kind: "invoice", number: "1001" }), entry("document_update", { kind: "invoice", number: "1001" }), entry("from_another_release", {}),
  ];
  expect(view({ timeline }).timeline.map(({ sentence }) => sentence)).toEqual([
    "Payment applied", "Sales order closed by its invoice", "Invoice 1001 made in QuickBooks", "Invoice 1001 corrected in QuickBooks", "Order placed in Shopify",
  ]);
});

test("records of another release that do not fit are shown as absent", () => {
  const { proof, why, chain } = view({ decision: { odd: true }, proof: "odd", plan: 7 });
  expect([proof, chain, why.documents]).toEqual([null, [], []]);
});

test("what was asked while QuickBooks is not connected is noted on the page", () => {
  expect(view({ state: "held", due: true }, { notice: "not_connected" }).looked).toBe("It is looked at again once QuickBooks is connected.");
  expect(view({ state: "held" }, { notice: "not_connected" }).looked).toMatch(/^Last looked at/);
});

test("it looks again often while it is due, seldom while it waits, never while nothing can move", () => {
  expect(view({ due: true }).refreshMs).toBe(1_500);
  expect(view({ state: "waiting" }).refreshMs).toBe(15_000);
  expect(view({}).refreshMs).toBeNull();
  expect(view({ due: true }, { notice: "paused" }).refreshMs).toBeNull();
});

describe("what a person may ask", () => {
  const books = [document("sales_order", { number: "1001" }), document("invoice", { number: "1001" }), document("payment", { part: "9", state: "undone" })];
  const removal = [{ account: "Shopify Clearing", amount: usd(-11_973n) }, { account: "Accounts Receivable", amount: usd(0n) }, { account: "Sales", amount: usd(11_182n) }];

  test("is to remove what is in the books, shown by document and by account", () => {
    expect(view({ documentRows: books, removal }).removal).toEqual({
      documents: ["Sales order 1001 · $119.73 · Nov 2, 2026", "Invoice 1001 · $119.73 · Nov 2, 2026"],
      accounts: [{ account: "Shopify Clearing", change: "-$119.73" }, { account: "Sales", change: "+$111.82" }],
    });
    expect(view({ documentRows: [document("payment", { state: "undone" })] }).removal).toBeNull();
  });

  test("is to link the document an issue names, and to leave an order out that waits for a person", () => {
    const issue = { id: "1", code: "already_in_quickbooks", sentence: "s", remedy: "r", openedAt: AT, orderCount: 1, firstOrderId: ORDER.orderId };
    const found = { kind: "invoice" as const, part: "1", ledgerId: "7", differs: false };
    const shown = view({ state: "attention", issues: [{ ...issue, found }, { ...issue, id: "2", found: { ...found, differs: true } }, { ...issue, id: "3", found: null }] });
    expect(shown.issues.map(({ link }) => link?.label ?? null)).toEqual(["Link that document", "Link it as it is", null]);
    expect(shown.mayBeLeftOut).toBe(true);
    expect(view({}).mayBeLeftOut).toBe(false);
  });

  test("of an order that a rule holds is to approve it, and to leave it out while nothing of it is in QuickBooks", () => {
    const held = view({ state: "held", reason: 'Held for review: your rule "Big". Look at it, then press Approve and send.' });
    expect([held.press.label, held.mayBeLeftOut]).toEqual(["Approve and send", true]);
    expect(view({ state: "held", documentRows: books }).mayBeLeftOut).toBe(false);
    expect(view({}).press.label).toBe("Resync");
  });

  test("of a removed order tells who removed it, and promises nothing that comes", () => {
    const shown = view({ state: "undone", reason: "Removed from QuickBooks on 2026-11-03 by a person of the shop (Shopify user 7). Press Resync to make its documents again." });
    expect(shown.headline).toBe("Removed from QuickBooks");
    expect(shown.reason).toBe("On 2026-11-03 by a person of the shop (Shopify user 7). Press Resync to make its documents again.");
    expect(shown.chain).toEqual([]);
  });
});
