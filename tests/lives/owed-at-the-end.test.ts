/** Random lives whose books were not what the shop says is owed (seeds of `npm run lives:booked`), each told by hand and small. */
import { describe, expect, it } from "vitest";
import { formatMoney } from "#app/domain/money/money.ts";
import type { Mode } from "#app/domain/settings/settings.ts";
import { balances } from "../goldens/journal.ts";
import { unsound } from "../goldens/sound.ts";
import { type Told, told } from "../goldens/tell.ts";
import { type LifeStep, openLives } from "./life.ts";

const MUG = { sku: "MUG", title: "Mug", quantity: 2, price: "20.00" };
const placed = (order: Record<string, unknown> = {}): LifeStep => ({ do: "create", order: { name: "#1001", financial_status: "paid", line_items: [MUG], ...order } });
const GOODWILL: LifeStep = { do: "refund", amount: "3.00" };

/** Planned after every step; each plan is sound. */
async function lived(mode: Mode, steps: LifeStep[]): Promise<Told[]> {
  await using lives = await openLives();
  const plans = told({ name: "x", title: "", tells: "", mode, steps: [] }, await lives.live(steps));
  expect(plans.flatMap(unsound)).toEqual([]);
  expect(plans.flatMap(({ plan }) => plan.issues)).toEqual([]);
  return plans;
}

const journalOf = (plans: readonly Told[]): { accounts: Record<string, string>; told: string[]; documents: string[] } => {
  const last = plans.at(-1);
  return {
    accounts: Object.fromEntries([...balances(last?.plan.documents ?? [], "USD")].filter(([, { minor }]) => minor !== 0n).map(([name, amount]) => [name, formatMoney(amount)])),
    told: (last?.plan.notices ?? []).map(({ code }) => code),
    documents: (last?.plan.documents ?? []).map(({ kind, total }) => `${kind} ${formatMoney(total)}`),
  };
};

describe("goodwill that was given before everything went back", () => {
  it("leaves nothing in the books of an order that was sold", async () => {
    const { accounts, told: codes, documents } = journalOf(await lived("invoices_payments", [placed(), GOODWILL, { do: "refund" }]));
    expect(accounts).toEqual({});
    expect(codes).toEqual([]);
    expect(documents).toEqual(["invoice 40.00", "refund_receipt 3.00", "refund_receipt 37.00", "payment 40.00"]);
  });

  it("is offset only as far as the order is not worth it any more", async () => {
    // Worth 40.00, then 0.00 of one mug and 20.00 of the other; 3.00 is less than 20.00, so it stays goodwill.
    const { accounts } = journalOf(await lived("invoices_payments", [placed(), GOODWILL, { do: "refund", lines: [{ sku: "MUG", quantity: 1 }] }]));
    expect(accounts).toEqual({ "Shopify Clearing": "17.00", "Sales of Product Income": "-20.00", "Refund Discrepancy": "3.00" });
  });

  it("is not owed again where nothing was sold yet; what is left of it is told as kept (seed 192)", async () => {
    const plans = await lived("sales_orders_invoices_payments", [placed(), GOODWILL, { do: "cancel", refund: true }]);
    expect(journalOf(plans).told).toEqual(["kept_not_booked"]);
    // Nothing is left that could be refunded, so nobody is asked to.
    expect(plans.at(-1)?.plan.notices[0]).toMatchObject({ sentence: expect.stringContaining("3.00 USD of that went back as goodwill") as string, remedy: expect.not.stringContaining("in Shopify") as string });
    expect(journalOf(plans).accounts).toEqual({ "Accounts Receivable": "-3.00", "Refund Discrepancy": "3.00" });
  });

  it("lowers what is owed to somebody whose order was cancelled without its money (seed 282)", async () => {
    const plans = await lived("sales_orders_invoices_payments", [placed(), GOODWILL, { do: "cancel", refund: false }]);
    expect(plans.at(-1)?.plan.notices.map(({ code, sentence }) => [code, sentence.match(/[\d.]+ USD/)?.[0]])).toEqual([["customer_is_owed", "37.00 USD"], ["kept_not_booked", "3.00 USD"]]);
    expect(formatMoney(plans.at(-1)?.order.totals.outstanding ?? { currency: "USD", minor: 0n })).toBe("-37.00");
  });
});

it("money that went back beside a sales receipt stays beside it when the order is looked at again (seed 316)", async () => {
  const swapped: LifeStep = { do: "edit", set: [{ sku: "MUG", quantity: 0 }], add: [{ sku: "CUP", title: "Cup", quantity: 1, price: "25.00" }] };
  const plans = await lived("sales_receipts", [placed(), swapped, { do: "refund" , shipping: "full" }, { do: "fulfil" }]);
  const [, , refunded, shipped] = plans.map((each) => each.plan.documents.map(({ kind, total }) => `${kind} ${formatMoney(total)}`));
  expect(refunded).toContain("customer_refund 15.00");
  expect(shipped).toEqual(refunded);
});

it("a sales receipt keeps the money that came when an unpaid addition is followed by a larger removal (seeds 8586, 9810)", async () => {
  await using lives = await openLives();
  const more: LifeStep = { do: "edit", add: [{ sku: "CUP", title: "Cup", quantity: 1, price: "5.00" }] };
  const plans = told({ name: "x", title: "", tells: "", mode: "sales_receipts", steps: [] }, await lives.live([placed(), more, { do: "edit", set: [{ sku: "MUG", quantity: 1 }] }, { do: "refund" }]));
  expect(plans.flatMap(unsound)).toEqual([]);
  expect(plans.map(({ plan }) => plan.issues.map(({ code }) => code).join())).toEqual(["", "receipt_cannot_follow", "", ""]);
  const overpaid = plans.slice(0, 3);
  expect(journalOf(overpaid).documents).toEqual(["invoice 5.00", "credit_memo 20.00", "payment 0.00", "sales_receipt 40.00"]);
  expect(journalOf(overpaid).accounts).toMatchObject({ "Shopify Clearing": "40.00", "Accounts Receivable": "-15.00", "Sales of Product Income": "-25.00" });
  // Of the rest 25.00 go back; the 15.00 that were paid too much stay the customer's.
  expect(journalOf(plans)).toMatchObject({ accounts: { "Shopify Clearing": "15.00", "Accounts Receivable": "-15.00" }, told: ["customer_is_owed"] });
});

it("a part payment for what was added to a receipt stands beside it as a payment when everything goes back (seed 17974)", async () => {
  const add: LifeStep = { do: "edit", add: [{ sku: "CUP", title: "Cup", quantity: 1, price: "9.00" }] };
  await using lives = await openLives();
  const plans = told({ name: "x", title: "", tells: "", mode: "sales_receipts", steps: [] }, await lives.live([placed(), add, { do: "pay", amount: "4.00" }, { do: "refund" }]));
  expect(plans.flatMap(unsound)).toEqual([]);
  expect(plans.map(({ plan }) => plan.issues.map(({ code }) => code).join())).toEqual(["", "receipt_cannot_follow", "receipt_cannot_follow", ""]);
  expect(journalOf(plans).accounts).toEqual({});
  expect(journalOf(plans).documents).toContain("payment 4.00");
});

it("a tip on an order whose every line was taken out before it was paid is not owed (seed 146)", async () => {
  const plans = await lived("sales_orders_invoices_payments", [placed({ financial_status: "authorized", tip: "4.00" }), { do: "refund" }]);
  expect(plans.at(-1)?.order).toMatchObject({ status: "cancelled", totals: { outstanding: { minor: 400n } } });
  expect(journalOf(plans)).toEqual({ accounts: {}, told: [], documents: ["sales_order 4.00"] });
});

describe("goods that were sold for nothing", () => {
  const free = placed({ discount: { code: "FREE", amount: "40.00" } });
  it("come back on a credit memo of 0, and leave neither income nor discount", async () => {
    const { accounts, documents, told: codes } = journalOf(await lived("sales_orders_invoices_payments", [free, { do: "fulfil" }, { do: "refund", lines: [{ sku: "MUG", quantity: 2 }] }]));
    expect(documents).toEqual(["sales_order 0.00", "invoice 0.00", "credit_memo 0.00"]);
    expect([accounts, codes]).toEqual([{}, []]);
  });

  it("come back in part with what is left still sold", async () => {
    const { accounts } = journalOf(await lived("invoices_payments", [free, { do: "fulfil" }, { do: "refund", lines: [{ sku: "MUG", quantity: 1 }] }]));
    expect(accounts).toEqual({ "Sales of Product Income": "-20.00", "Discounts Given": "20.00" });
  });

  it("stand on the receipt of what was paid for beside them", async () => {
    const both = placed({ line_items: [MUG, { sku: "GIFT", title: "Gift", quantity: 1, price: "9.00" }], discount: { code: "GIFT", amount: "9.00", allocations: ["0.00", "9.00"] } });
    const { accounts, documents } = journalOf(await lived("invoices_payments", [both, { do: "fulfil" }, { do: "refund", lines: [{ sku: "MUG", quantity: 2 }, { sku: "GIFT", quantity: 1 }] }]));
    expect(documents).toEqual(["invoice 40.00", "refund_receipt 40.00", "payment 40.00"]);
    expect(accounts).toEqual({});
  });
});
