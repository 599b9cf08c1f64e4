import { expect, it } from "vitest";
import { formatMoney } from "../../money/money.ts";
import { purchaseAmount, unitCostOf } from "./purchase-amount.ts";

it.each([["8", "8"], ["8.00", "8"], ["08.10", "8.1"], ["0.0300000", "0.03"], ["4.125", "4.125"], ["0", "0"], ["-1", null], ["1e-7", null], ["1.23456789", null], ["", null]])("a unit cost of %j is %j", (text, cost) => {
  expect(unitCostOf(text)).toBe(cost);
});

it.each([["USD", 2, "8", "16.00"], ["USD", 1, "4.125", "4.13"], ["USD", 3, "0.335", "1.01"], ["USD", 1, "0.004", "0.00"], ["JPY", 3, "100.5", "302"], ["KWD", 1, "1.234", "1.230"], ["KWD", 1, "1.2", "1.200"], ["USD", 0, "4.125", "0.00"]])("in %s %d × %s is %s", (currency, quantity, cost, amount) => {
  expect(formatMoney(purchaseAmount(currency, quantity, cost))).toBe(amount);
});
