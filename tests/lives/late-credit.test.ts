/** Seed 328 of the fault suite: a credit memo whose answer was lost came into the books after its invoice had been voided. */
import { expect, it } from "vitest";
import { sampleBooks } from "#app/domain/books/sample-books.ts";
import { decide } from "#app/domain/decision/decide.ts";
import { plan } from "#app/domain/plan/plan.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import { openLives } from "./life.ts";

it("a credit memo without a sale leaves the books with the cancelled, unpaid order it was for", async () => {
  await using lives = await openLives();
  const orders = await lives.live([
    { do: "create", order: { name: "#1001", line_items: [{ sku: "MUG", quantity: 1, price: "29.00" }], shipping: { price: "7.90" } } },
    { do: "fulfil" }, { do: "refund", shipping: "full", transaction: false }, { do: "cancel" },
  ]);
  const order = orders.at(-1);
  if (!order) throw new Error("the order has a life");
  const existing = [{ kind: "sales_order", part: "1" }, { kind: "credit_memo", part: order.changes[0]?.id ?? "" }] as const;
  const decision = decide({ order, settings: DEFAULT_SETTINGS, rules: [], timeZone: "UTC", entered: true, shaping: existing });
  const { removals, issues, documents } = plan({ shop: { domain: "a.myshopify.com", timeZone: "UTC" }, order, decision, books: sampleBooks(["MUG"]), settings: DEFAULT_SETTINGS, existing });
  expect(issues).toEqual([]);
  expect(documents.map(({ kind }) => kind)).toEqual(["sales_order"]);
  expect(removals).toEqual([existing[1]]);
});
