import { describe, expect, it } from "vitest";
import type { ResultDocument, ResultOrder } from "../result/result.ts";
import { documentFailures } from "./documents.ts";
import { expectationFailures } from "./expectations.ts";
import { trialBalanceFailures } from "./trial-balance.ts";

const document = (part: Partial<ResultDocument>): ResultDocument => ({
  kind: "invoice", entity: "Invoice", id: "2", docNumber: "1001", date: "2026-11-02", total: "10.00", balance: "0.00", status: "paid", links: [], lines: [], ...part,
});
const salesOrder = document({ kind: "sales_order", entity: "Estimate", id: "1", status: "closed", links: [{ kind: "invoice", id: "2" }] });
const invoice = document({ links: [{ kind: "sales_order", id: "1" }, { kind: "payment", id: "3" }] });
const payment = document({ kind: "payment", entity: "Payment", id: "3", docNumber: null, status: "applied", links: [{ kind: "invoice", id: "2" }] });
const books = [salesOrder, invoice, payment];

describe("expected documents", () => {
  it("hold when each is there, in any sequence, with amounts equal however they are written", () => {
    expect(documentFailures([{ kind: "payment" }, { kind: "invoice", total: "10", balance: "0", linkedTo: ["sales_order", { kind: "payment" }] }, { kind: "sales_order", linkedTo: ["1001"] }], books)).toEqual([]);
  });

  it("tell a document too many", () => {
    expect(documentFailures([{ kind: "invoice" }, { kind: "sales_order" }], books)).toEqual(["a document too many: payment 10.00 applied"]);
  });

  it("tell what differs in the document that comes nearest", () => {
    expect(documentFailures([{ kind: "invoice", total: "11.00", status: "open" }, { kind: "sales_order" }, { kind: "payment" }], books)[0]).toBe(
      "invoice 1001 10.00 paid: total is 10.00, expected 11.00, status is paid, expected open",
    );
  });

  it("do not let a loose description take the document of an exact one", () => {
    const two = [document({ id: "4", total: "6.00" }), document({ id: "5", total: "4.00" })];
    expect(documentFailures([{ kind: "invoice" }, { kind: "invoice", total: "6.00" }], two)).toEqual([]);
  });

  it("take `open` for a sales order that is pending or accepted, not for a closed one", () => {
    const expected = [{ kind: "sales_order", status: "open" }];
    expect(documentFailures(expected, [{ ...salesOrder, status: "accepted" }])).toEqual([]);
    expect(documentFailures(expected, [{ ...salesOrder, status: "pending" }])).toEqual([]);
    expect(documentFailures(expected, [salesOrder])).toHaveLength(2);
  });

  it("mean no link at all by an empty list", () => {
    expect(documentFailures([{ kind: "sales_order", linkedTo: [] }], [salesOrder])[0]).toContain("expected no link");
  });

  it("leave voided and deleted documents aside", () => {
    expect(documentFailures([], [document({ status: "voided" }), document({ id: "9", status: "deleted" })])).toEqual([]);
  });
});

describe("an expected trial balance", () => {
  const rows = [
    { account: "Shopify Clearing", type: "Bank", debit: "10.00", credit: "0.00" },
    { account: "Sales of Product Income", type: "Income", debit: "0.00", credit: "10.00" },
  ];

  it("is signed, debit positive, and an account the books do not list is zero", () => {
    expect(trialBalanceFailures({ "Shopify Clearing": "10", "Accounts Receivable": "0.00" }, rows, false)).toEqual([]);
    expect(trialBalanceFailures({ "Sales of Product Income": "10.00" }, rows, false)).toEqual(["Sales of Product Income is -10.00, expected 10.00"]);
  });

  it("with `only` allows nothing on accounts it does not name", () => {
    expect(trialBalanceFailures({ "Shopify Clearing": "10.00" }, rows, true)).toEqual(["Sales of Product Income is -10.00, expected nothing on it"]);
  });
});

describe("an expect step", () => {
  const order: ResultOrder = { name: "#1001", status: "paid", state: "skipped", reason: "not chosen", documents: [], issues: [{ code: "item_missing", sentence: "", remedy: "" }], proof: null };
  const request = { at: "", method: "POST", path: "/estimate", query: {}, body: {}, status: 200, response: {} };
  const found = { orders: [order], trialBalance: [], requests: [request] };

  it("finds the order by its name with or without the hash", () => {
    expect(expectationFailures({ do: "expect", order: "1001", state: "skipped", documents: [] }, found)).toEqual([]);
    expect(expectationFailures({ do: "expect", order: "#7", documents: [] }, found)).toEqual(["there is no order #7"]);
  });

  it("tells a state with its reason", () => {
    expect(expectationFailures({ do: "expect", order: "#1001", state: "posted" }, found)).toEqual(["#1001 is skipped (not chosen), expected posted"]);
  });

  it("compares issue codes and counts requests", () => {
    expect(expectationFailures({ do: "expect", issues: ["item_missing"], requests: { method: "POST", path: "/estimate", count: 1 } }, found)).toEqual([]);
    expect(expectationFailures({ do: "expect", issues: [], requests: { count: 0 } }, found)).toEqual([
      "issues are [item_missing], expected []",
      "1 requests of any method to any path, expected 0",
    ]);
  });
});
