/** A payment that a rule made, and the real money: lost answers, cancelled orders, closed books. However it goes, the money is there once and where it came in. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Order } from "#app/domain/order/order.ts";
import type { Rule } from "#app/domain/rules/rule.ts";
import { TWO_LINES, unpaid, WEEK } from "../goldens/stories/orders.ts";
import { type LifeStep, type Lives, openLives } from "../lives/life.ts";
import { loseEverything } from "./lost-record.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const PENDING = { all: [{ field: "order.financialStatus", op: "equals", value: "pending" }] };
const MARK: Rule = { title: "Counts as paid", enabled: true, when: PENDING, then: [{ action: "mark_as_paid" }] };
const GUESSED: Rule = { title: "Until then on Checking", enabled: true, when: PENDING, then: [{ action: "set_deposit_account", account: "Checking" }] };

describe("an order that a rule marked as paid", () => {
  let floor: ShopFloor;
  /** A shop of its own, whose days begin anew with each test. */
  let lives: Lives;
  beforeEach(async () => {
    lives = await openLives();
    floor = await openShopFloor({ switches: { throttling: false } });
    await floor.configure({}, [MARK, GUESSED]);
  });
  afterEach(async () => {
    await floor[Symbol.asyncDispose]();
    await lives[Symbol.asyncDispose]();
  });

  const documents = (entity: string) => floor.company.quickbooks.documents(floor.company.realmId, entity);
  const payments = () => documents("Payment").filter(({ TotalAmt }) => TotalAmt !== 0);
  const account = (name: string): string | undefined => floor.company.quickbooks.trialBalance(floor.company.realmId).find((each) => each.account === name)?.debit;
  const show = async (order: Order | undefined): Promise<void> => {
    if (!order) throw new Error("no such step");
    floor.orders.set(order.id, order);
    await floor.sync();
  };
  const later = async (...waits: object[]): Promise<void> => {
    for (const wait of waits) {
      floor.company.advance(wait);
      await floor.drain();
    }
  };
  const state = (order: Order | undefined) => floor.recorded(order?.id ?? "");
  const lived = (...steps: LifeStep[]) => lives.live([unpaid(TWO_LINES), WEEK, ...steps]);

  it("has the day, account and reference of the real money once it came", async () => {
    const [pending, paid] = await lived({ do: "pay" });
    await show(pending);
    expect(payments()).toMatchObject([{ TotalAmt: 92.4, DepositToAccountRef: { name: "Checking" } }]);
    await show(paid);
    const id = paid?.transactions.at(-1)?.id.split("/").at(-1);
    expect(payments()).toMatchObject([{ TotalAmt: 92.4, DepositToAccountRef: { name: "Shopify Clearing" }, PaymentRefNum: id, TxnDate: "2026-11-09" }]);
    expect(documents("Invoice")).toMatchObject([{ Balance: 0 }]);
    expect(await state(paid)).toEqual({ state: "posted", reason: null });
    floor.calls();
    await floor.sync();
    await floor.resync(paid?.id ?? "");
    expect(floor.calls().filter((call) => call.startsWith("POST"))).toEqual([]);
  });

  it.each([["real", 1], ["guessed", 0]] as const)("is found again after a lost database, its payment %s", async (_, seen) => {
    const orders = await lived({ do: "pay" });
    for (const order of orders.slice(0, seen + 1)) await show(order);
    floor.company.advance({ hours: 24 * 30 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore", duplicateDocNumberWarning: false });
    await loseEverything(floor.prisma, floor);
    await show(orders.at(-1));
    expect(payments()).toMatchObject([{ TotalAmt: 92.4, DepositToAccountRef: { name: "Shopify Clearing" } }]);
    expect(await state(orders[0])).toEqual({ state: "posted", reason: null });
  });

  it.each(["commitThenDrop", "dropBefore"])("has one payment where its answer was lost (%s) and the real money comes before it is found", async (fault) => {
    floor.company.quickbooks.setSwitches(floor.company.realmId, { queryLagMs: 30_000, requestIds: "ignore" });
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /payment", do: fault }]);
    const [pending, paid] = await lived({ do: "pay" });
    await show(pending);
    await show(paid);
    expect(payments().length).toBeLessThanOrEqual(1);
    await later({ minutes: 1 }, { minutes: 16 }, { hours: 3 }, { hours: 4 }, { hours: 4 });
    expect(payments()).toMatchObject([{ TotalAmt: 92.4, DepositToAccountRef: { name: "Shopify Clearing" }, UnappliedAmt: 0 }]);
    expect(await state(paid)).toEqual({ state: "posted", reason: null });
  });

  it("has one payment where it is carried out late and the real money comes meanwhile", async () => {
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /payment", do: "lateCommit", ms: 5_000_000 }]);
    const [pending, paid] = await lived({ do: "pay" });
    await show(pending);
    await show(paid);
    await later({ minutes: 16 }, { hours: 2 }, { hours: 2 }, { hours: 4 });
    expect(payments()).toMatchObject([{ TotalAmt: 92.4, DepositToAccountRef: { name: "Shopify Clearing" } }]);
    expect(await state(paid)).toEqual({ state: "posted", reason: null });
  });

  it("has each payment once where the answer to a real part was lost first", async () => {
    await floor.configure({}, [{ ...MARK, when: { all: [{ field: "order.financialStatus", op: "equals", value: "partially_paid" }] } }]);
    floor.company.quickbooks.setSwitches(floor.company.realmId, { queryLagMs: 30_000 });
    floor.company.quickbooks.setFaults(floor.company.realmId, [{ on: "POST /payment", nth: 1, do: "commitThenDrop" }]);
    const [pending, part, paid] = await lived({ do: "pay", amount: "40.00" }, { do: "pay" });
    await show(pending);
    await show(part);
    await later({ minutes: 16 }, { hours: 1 });
    expect(payments().map(({ TotalAmt }) => TotalAmt)).toEqual([40, 52.4]);
    await show(paid);
    expect(payments().map(({ TotalAmt }) => TotalAmt)).toEqual([40, 52.4]);
    expect(await state(paid)).toEqual({ state: "posted", reason: null });
  });

  it("gives its payment back where the order is cancelled and no money ever came", async () => {
    for (const order of await lived({ do: "cancel" })) await show(order);
    expect(payments()).toEqual([]);
    expect(floor.company.quickbooks.trialBalance(floor.company.realmId)).toEqual([]);
    expect(await floor.recorded([...floor.orders.keys()][0] ?? "")).toEqual({ state: "posted", reason: null });
  });

  it("gives its receipt back in that mode, where it is cancelled and no money ever came", async () => {
    await floor.configure({ mode: "sales_receipts" }, [MARK]);
    const [pending, cancelled] = await lived({ do: "cancel" });
    await show(pending);
    expect(documents("SalesReceipt")).toMatchObject([{ TotalAmt: 92.4 }]);
    await show(cancelled);
    expect(documents("SalesReceipt")).toEqual([]);
    expect(await state(cancelled)).toEqual({ state: "skipped", reason: "Nothing to book: the order was cancelled before it was sold or paid." });
  });

  it("that was cancelled is found after a lost database, and its payment given back", async () => {
    const [pending, cancelled] = await lived({ do: "cancel" });
    await show(pending);
    floor.company.advance({ hours: 24 * 30 });
    floor.company.quickbooks.setSwitches(floor.company.realmId, { requestIds: "ignore" });
    await loseEverything(floor.prisma, floor);
    await show(cancelled);
    expect(payments()).toEqual([]);
    expect(floor.company.quickbooks.trialBalance(floor.company.realmId)).toEqual([]);
  });

  it.each([["closed", { action: "closeBooks", value: "2026-11-30" }, "closed through 2026-11-30"], ["deposited", { action: "deposit" }, "stands on deposit"]] as const)("says so where its payment is %s and cannot become the real one", async (_, hand, words) => {
    const [pending, paid] = await lived({ do: "pay" });
    await show(pending);
    const ids = payments().map(({ Id }) => Id);
    floor.company.quickbooks.bookkeeper(floor.company.realmId, hand.action === "deposit" ? { ...hand, payments: ids } : hand);
    floor.company.advance({ hours: 25 });
    await show(paid);
    expect(payments()).toMatchObject([{ TotalAmt: 92.4, DepositToAccountRef: { name: "Checking" }, TxnDate: "2026-11-02" }]);
    const { state: now, reason } = await state(paid);
    expect(now).toBe("attention");
    expect(reason).toContain(words);
    expect(account("Checking")).toBe("92.40");
  });
});
