/** A refund leaves from the account that its payment was put on, whatever settings and rules say by then. */
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { Mode } from "#app/domain/settings/settings.ts";
import { SHIP, TWO_LINES } from "../goldens/stories/orders.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { type LifeStep, openLives } from "../lives/life.ts";
import { openShopFloor, type ShopFloor } from "./shop-floor.ts";

const lives = await openLives();
afterAll(() => lives[Symbol.asyncDispose]());
let floor: ShopFloor;
beforeEach(async () => { floor = await openShopFloor({ switches: { throttling: false } }); });
afterEach(() => floor[Symbol.asyncDispose]());

const WHILE_PAID: Rule = {
  title: "Paid orders go to Checking", enabled: true,
  when: { all: [{ field: "order.status", op: "equals", value: "paid" }] }, then: [{ action: "set_deposit_account", account: "Checking" }],
};
const BACK: LifeStep = { do: "refund", lines: [{ sku: "LAMP", quantity: 1, restock: true }] };

const balances = (): Record<string, string> =>
  Object.fromEntries(floor.company.quickbooks.trialBalance(floor.company.realmId).map(({ account, debit, credit }) => [account, debit === "0.00" ? `-${credit}` : debit]));

it.each<[string, Mode, Rule[], LifeStep[]]>([
  ["on a refund receipt", "sales_orders_invoices_payments", [WHILE_PAID], [SHIP, BACK]],
  ["as a customer refund", "sales_orders_invoices_payments", [WHILE_PAID, UNLESS_SHIPPED], [{ do: "cancel" }, { do: "refund", amount: "92.40" }]],
  ["of a sales receipt", "sales_receipts", [WHILE_PAID], [SHIP, BACK]],
])("%s", async (_, mode, rules, steps) => {
  await floor.configure({ mode }, rules);
  const orders = await lives.live([TWO_LINES, ...steps]);
  const [first] = orders;
  for (const order of orders) {
    floor.orders.set(order.id, order);
    await floor.sync();
    if (order === first) await floor.configure({ mode }, rules.filter((rule) => rule === UNLESS_SHIPPED));
  }
  expect(balances()["Shopify Clearing"]).toBeUndefined();
  const back = first?.status === "cancelled" ? 0 : steps[0] === SHIP ? 60 : 0;
  expect(balances()["Checking"] ?? "0.00").toBe(back === 0 ? "0.00" : `${back}.00`);
});
