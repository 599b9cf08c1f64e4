/** Rules that are published, or begin to match, after an order was booked: nothing that follows is lost, and nothing that was posted is moved. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRunFinding } from "#app/database/runs/run-finding.ts";
import type { Order } from "#app/domain/order/order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { SHIP, TWO_LINES, unpaid } from "../goldens/stories/orders.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { type LifeStep, type Lives, openLives } from "../lives/life.ts";
import { loseEverything } from "./lost-record.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const rule = (title: string, ...then: Rule["then"]): Rule => ({ title, enabled: true, when: { all: [] }, then });
const SKIP = rule("Leave all out", { action: "do_not_sync" });
const HOLD = rule("Look at all first", { action: "hold_for_review" });
const BACK: LifeStep = { do: "refund", lines: [{ sku: "LAMP", quantity: 1, restock: true }] };

let floor: ShopFloor;
let lives: Lives;
beforeEach(async () => {
  lives = await openLives();
  floor = await openShopFloor({ switches: { throttling: false } });
});
afterEach(async () => {
  await floor[Symbol.asyncDispose]();
  await lives[Symbol.asyncDispose]();
});

const documents = (entity: string) => floor.company.quickbooks.documents(floor.company.realmId, entity);
const written = (): string[] => floor.calls().filter((call) => call.startsWith("POST"));
const state = () => floor.recorded([...floor.orders.keys()][0] ?? "");
const approvals = async () => (await floor.prisma.timelineEntry.findMany({ where: { shopId: floor.tenant.shopId, kind: "hold_passed" }, select: { data: true } })).map(({ data }) => data);
/** A run over a range that has found the order and waits for it. */
async function waitingRun(orderId: string): Promise<string> {
  const { shopId } = floor.tenant;
  const runId = await floor.desk.startRun({ selection: { kind: "range", from: "2026-11-01", to: "2026-11-30" }, statuses: null, anyway: false }, randomUUID(), "77");
  await createRunFinding({ prisma: floor.prisma, shopId }).keep(runId, [{ orderId, name: "#1001", placedAt: floor.company.clock.now() }], null, floor.company.clock.now());
  return runId;
}
const show = async (order: Order | undefined): Promise<void> => {
  if (!order) throw new Error("no such step");
  floor.orders.set(order.id, order);
  await floor.sync();
};
/** Booked without rules; then `rules` are published and the order goes on. */
const booked = async (rules: Rule[], ...steps: LifeStep[]): Promise<Order[]> => {
  await floor.configure({}, []);
  const [first, ...later] = await lives.live([TWO_LINES, ...steps]);
  await show(first);
  await floor.configure({}, rules);
  return later;
};

describe("a rule that leaves orders out", () => {
  it("leaves one in the books followed: its refund is booked", async () => {
    const [shipped, back] = await booked([SKIP], SHIP, BACK);
    await show(shipped);
    await show(back);
    expect(documents("RefundReceipt")).toMatchObject([{ TotalAmt: 32.4 }]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("does not end the list for it: rules below count", async () => {
    await floor.configure({}, [UNLESS_SHIPPED]);
    const [first, edited] = await lives.live([TWO_LINES, { do: "edit", set: [{ sku: "BLANKET", quantity: 1 }] }]);
    await show(first);
    await floor.configure({}, [SKIP, UNLESS_SHIPPED]);
    await show(edited);
    expect(documents("Invoice")).toEqual([]);
    expect(documents("Estimate")).toMatchObject([{ TotalAmt: 65.4 }]);
  });

  it("leaves one out that is not in the books, and finds one again that is, after a lost database", async () => {
    const [shipped, back] = await booked([SKIP], SHIP, BACK);
    await show(shipped);
    floor.company.advance({ hours: 24 * 30 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore", duplicateDocNumberWarning: false });
    await loseEverything(floor.prisma, floor);
    await floor.configure({}, [SKIP]);
    await show(back);
    expect(documents("RefundReceipt")).toMatchObject([{ TotalAmt: 32.4 }]);
    floor.orders.clear();
    const [other] = await lives.live([unpaid(TWO_LINES)]);
    await show(other);
    expect(await state()).toEqual({ state: "skipped", reason: 'Not synced: your rule "Leave all out".' });
    expect(documents("Invoice")).toHaveLength(1);
  });
});

describe("a rule that holds orders", () => {
  it("holds what changes in the books, says so, and lets it go where a person resyncs the order", async () => {
    const [shipped, back] = await booked([HOLD], SHIP, BACK);
    await show(shipped);
    await show(back);
    expect(documents("RefundReceipt")).toEqual([]);
    expect(await state()).toEqual({ state: "held", reason: 'Order #1001 changed after it was sent to QuickBooks, and your rule "Look at all first" holds it: its refund receipt waits.' });
    await floor.resync(back?.id ?? "");
    expect(documents("RefundReceipt")).toMatchObject([{ TotalAmt: 32.4 }]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("lets one that is not in the books go where a person resyncs it, and holds it no more", async () => {
    await floor.configure({}, [HOLD, UNLESS_SHIPPED]);
    const [first, shipped, back] = await lives.live([TWO_LINES, SHIP, BACK]);
    await show(first);
    expect([documents("Estimate"), await state()]).toEqual([[], { state: "held", reason: 'Held for review: your rule "Look at all first". Look at it, then press Approve and send.' }]);
    await floor.resync(first?.id ?? "");
    expect(documents("Estimate")).toHaveLength(1);
    expect(await approvals()).toEqual([{ rule: "Look at all first", by: "77" }]);
    const told = await floor.prisma.timelineEntry.findMany({ where: { shopId: floor.tenant.shopId }, orderBy: { id: "asc" }, select: { kind: true } });
    expect(told.map(({ kind }) => kind)).toEqual(["hold_passed", "document_create", "document_create"]);
    expect([documents("Invoice"), await state()]).toEqual([[], { state: "posted", reason: null }]);
    await show(shipped);
    await show(back);
    expect([documents("Invoice").length, documents("RefundReceipt").length, await state()]).toEqual([1, 1, { state: "posted", reason: null }]);
    expect(await approvals()).toHaveLength(1);
  });

  it.each(["waits for it too", "is cancelled then"])("lets it go where a person asks for it while a run over many %s", async (what) => {
    await floor.configure({}, [HOLD, UNLESS_SHIPPED]);
    const [first] = await lives.live([TWO_LINES]);
    await show(first);
    const runId = await waitingRun(first?.id ?? "");
    await floor.desk.resyncOne(first?.id ?? "", "77");
    if (what === "is cancelled then") await floor.desk.cancelRun(runId);
    await floor.drain();
    expect([documents("Estimate").length, await state(), (await approvals()).length]).toEqual([1, { state: "posted", reason: null }, 1]);
    expect((await floor.desk.run(runId))?.state).toBe(what === "is cancelled then" ? "cancelled" : "done");
  });

  it("keeps it held where a run or a press over many asks, also where it was approved long ago", async () => {
    const [shipped, back] = await booked([HOLD], SHIP, BACK);
    await show(shipped);
    await floor.resync(shipped?.id ?? "");
    await show(back);
    await waitingRun(back?.id ?? "");
    await floor.drain();
    await floor.desk.resync([back?.id ?? ""]);
    await floor.drain();
    expect([documents("RefundReceipt"), await state()]).toEqual([[], { state: "held", reason: expect.stringContaining("its refund receipt waits") as string }]);
    expect(await approvals()).toEqual([]);
  });

  it("holds one that was let go by another rule", async () => {
    await floor.configure({}, [HOLD, UNLESS_SHIPPED]);
    const [first, shipped] = await lives.live([TWO_LINES, SHIP]);
    await show(first);
    await floor.resync(first?.id ?? "");
    await floor.configure({}, [{ ...HOLD, title: "Another" }, UNLESS_SHIPPED]);
    await show(shipped);
    expect(await state()).toMatchObject({ state: "held", reason: expect.stringContaining('"Another" holds it') as string });
  });

  it("lets it go by itself once the rule is gone", async () => {
    const [shipped, back] = await booked([HOLD], SHIP, BACK);
    await show(shipped);
    await show(back);
    await floor.configure({}, []);
    floor.company.advance({ minutes: 16 });
    await floor.drain();
    expect(documents("RefundReceipt")).toMatchObject([{ TotalAmt: 32.4 }]);
  });

  it("holds nothing where nothing is to be done", async () => {
    await booked([HOLD]);
    written();
    await floor.sync();
    expect(written()).toEqual([]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });
});

describe("published rules", () => {
  const ON_OTHER = rule("On another account", { action: "set_income_account_item", account: "Shipping Income" });
  const account = (name: string): string => {
    const row = floor.company.quickbooks.trialBalance(floor.company.realmId).find((each) => each.account === name);
    return row ? (row.debit === "0.00" ? `-${row.credit}` : row.debit) : "0.00";
  };

  it("move no line of an invoice, whatever else happens to the order", async () => {
    await floor.configure({}, []);
    const [pending, paid, back] = await lives.live([unpaid(TWO_LINES), { do: "pay" }, BACK]);
    await show(pending);
    await floor.configure({}, [ON_OTHER]);
    written();
    await show(paid);
    expect(written()).toEqual(["POST /payment 200"]);
    expect(account("Sales of Product Income")).toBe("-80.00");
    await show(back);
    expect([account("Sales of Product Income"), account("Shipping Income")]).toEqual(["-50.00", "-6.00"]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("count for lines that come into the order later", async () => {
    await floor.configure({}, []);
    const [pending, edited] = await lives.live([unpaid(TWO_LINES), { do: "edit", add: [{ sku: "MUG", title: "Mug", quantity: 1, price: "10.00", taxable: false }] }]);
    await show(pending);
    await floor.configure({}, [ON_OTHER]);
    await show(edited);
    expect([account("Sales of Product Income"), account("Shipping Income")]).toEqual(["-80.00", "-16.00"]);
  });

  it("move no line that a rule since taken away put on its own item", async () => {
    await floor.configure({}, [ON_OTHER]);
    const [pending, back] = await lives.live([unpaid(TWO_LINES), { do: "edit", set: [{ sku: "BLANKET", quantity: 1 }] }]);
    await show(pending);
    await floor.configure({}, []);
    await show(back);
    expect([account("Sales of Product Income"), account("Shipping Income")]).toEqual(["0.00", "-61.00"]);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("leave the sales order as it was, and count for the invoice that is made of it", async () => {
    await floor.configure({}, [UNLESS_SHIPPED]);
    const [first, shipped] = await lives.live([TWO_LINES, SHIP]);
    await show(first);
    await floor.configure({}, [UNLESS_SHIPPED, rule("Described", { action: "set_description", value: "Goods" })]);
    written();
    await floor.sync();
    expect(written()).toEqual([]);
    await show(shipped);
    expect(JSON.stringify(documents("Invoice"))).toContain("Goods");
    expect(JSON.stringify(documents("Estimate"))).not.toContain("Goods");
  });

  it("leave the order with its customer", async () => {
    const [shipped, back] = await booked([rule("One for all", { action: "set_customer", customer: "Web Store" })], SHIP, BACK);
    await show(shipped);
    await show(back);
    expect(new Set([...documents("Invoice"), ...documents("Payment"), ...documents("RefundReceipt")].map(({ CustomerRef }) => JSON.stringify(CustomerRef))).size).toBe(1);
    expect(await state()).toEqual({ state: "posted", reason: null });
  });

  it("give no other number to what is there, and refuse one for what is new that is too long", async () => {
    const [shipped, back] = await booked([rule("Long", { action: "set_document_suffix", value: "-ABCDEFGH" }, { action: "set_document_prefix", value: "ABCDEFGH-" })], SHIP, BACK);
    await show(shipped);
    expect(await state()).toEqual({ state: "posted", reason: null });
    await show(back);
    expect(documents("Invoice")).toMatchObject([{ DocNumber: "1001" }]);
    expect(documents("RefundReceipt")).toEqual([]);
    const { state: now, reason } = await state();
    expect(now).toBe("attention");
    expect(reason).toContain('"ABCDEFGH-1001-ABCDEFGH-R1"');
  });
});
