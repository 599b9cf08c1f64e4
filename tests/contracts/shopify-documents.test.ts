import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { formatMoney } from "#app/domain/money/money.ts";
import { normaliseOrder } from "#app/shopify/orders/normalise/order.ts";
import { SHOP_FACTS_QUERY } from "#app/shopify/shop-facts.ts";
import { BALANCE_MOVES, CHANGED_ORDERS, DISPUTE, MORE_LINES, ORDERS_FOR_SYNC } from "#app/shopify/orders/query.ts";
import { FIND_ORDERS, GRANTED_SCOPES, HISTORY, historyDocument, NAME_FORMAT, START_HISTORY, STOP_HISTORY } from "#app/shopify/finder/query.ts";
import { contractsDir } from "./contracts-dir.ts";

const contract = (...path: string[]): string => readFileSync(join(contractsDir ?? "", "shopify", ...path), "utf8");

describe.skipIf(contractsDir === undefined)("against Shopify's own schema (skipped where the contracts are absent)", () => {
  test("every document of the app is valid and asks for nothing that is deprecated", () => {
    const schema = buildSchema(contract("admin_2026-10.graphql"), { assumeValid: true });
    const problems = [ORDERS_FOR_SYNC, MORE_LINES, CHANGED_ORDERS, DISPUTE, BALANCE_MOVES, SHOP_FACTS_QUERY, FIND_ORDERS, GRANTED_SCOPES, HISTORY, historyDocument("created_at:>='2026-01-01'"), NAME_FORMAT, START_HISTORY, STOP_HISTORY].flatMap((document) => validate(schema, parse(document), [...specifiedRules, NoDeprecatedCustomRule]).map((error) => error.message));
    expect(problems).toEqual([]);
  });
});

/** The samples were asked for with a wider document that leaves out `pageInfo` where there is one page. */
function sampleOrder(file: string): unknown {
  const { data } = JSON.parse(contract("orders", file)) as { data: { order: { shippingLines: object } } };
  return { changes: null, ...data.order, shippingLines: { pageInfo: { hasNextPage: false }, ...data.order.shippingLines } };
}

describe.skipIf(contractsDir === undefined)("orders as Shopify answers them (skipped where the contracts are absent)", () => {
  test("a company's unpaid order on terms is read", () => {
    const order = normaliseOrder(sampleOrder("synthetic_gql_b2b_net30_po_unpaid.json"));
    expect(order).toMatchObject({ ok: true, value: { name: "#2002", status: "pending", poNumber: "PO-7781", customer: { company: "Buyer Co", taxExempt: true }, transactions: [], paymentTerms: { name: "Net 30" } } });
    expect(order.ok && order.value.paymentTerms?.dueAt?.toString()).toBe("2026-12-20T10:00:00Z");
  });

  test("a counter sale with tip, gift cards and cash rounding is read, and its payments are what was received", () => {
    const order = normaliseOrder(sampleOrder("synthetic_gql_pos_tip_giftcard_cash_rounding.json"));
    if (!order.ok) throw new Error(order.failure);
    const { status, tip, cashRounding, transactions, lines } = order.value;
    expect([status, formatMoney(tip), formatMoney(cashRounding)]).toEqual(["fulfilled", "3.00", "-0.01"]);
    expect(transactions.map(({ gateway, amount }) => [gateway, formatMoney(amount)])).toEqual([["gift_card", "50.00"], ["cash", "48.45"]]);
    expect(lines.map(({ giftCard }) => giftCard)).toEqual([false, true]);
  });
});
