/** A small month in one go. A large one: `npm run month -- --orders 300`. */
import { expect, it } from "vitest";
import { suiteDatabase } from "../faults/suite/runner/suite-database.ts";
import { orderInBooks } from "../oracle/order-in-books.ts";
import { ACTS } from "./draw-life.ts";
import { judgeMonth } from "./judge-month.ts";
import { playMonth } from "./play-month.ts";
import { wrongIn } from "./wrong-in.ts";

it("ends with the books that the oracle works out from the shop alone, by account, by customer and by order", { timeout: 120_000 }, async () => {
  const database = await suiteDatabase();
  const month = await playMonth(database, { orders: 60, seed: 4 });
  await database.drop();
  expect(wrongIn(month)).toEqual([]);

  // A month in which nothing of a kind happened proves nothing about it.
  expect([...new Set([...month.lives.values()].flat())].filter((word) => (ACTS as readonly string[]).includes(word)).sort()).toEqual([...ACTS].sort());
  const accounts = new Set(month.shop.orders.flatMap((order) => [...orderInBooks(order).keys()]));
  expect([...accounts].sort()).toEqual([
    "Accounts Receivable", "Chargebacks", "Discounts Given", "Duties and Fees Income", "Gift Card Liability", "Merchant Fees", "Refund Discrepancy", "Sales Tax Payable", "Sales of Product Income", "Shipping Income", "Shopify Clearing", "Tips Payable",
  ]);

  // The oracle's eyes are open: one cent less in the books is seen by account, by customer and by order.
  const invoice = Object.keys(month.company.ledger.entries).find((key) => key.startsWith("Invoice:")) ?? "";
  const [first] = month.company.ledger.entries[invoice] ?? [];
  if (!first?.customerId) throw new Error("an invoice begins with the customer's receivable");
  for (const [totals, key] of [[month.company.ledger.accounts, first.accountId], [month.company.ledger.customers, first.customerId]] as const) totals[key] = String(BigInt(totals[key] ?? "0") - 1n);
  first.minor = String(BigInt(first.minor) - 1n);
  const { accounts: byAccount, customers, orders } = judgeMonth(month);
  expect([byAccount.length, customers.length, orders.length]).toEqual([1, 1, 1]);
});
