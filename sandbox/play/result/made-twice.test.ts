import { describe, expect, it } from "vitest";
import { madeTwice } from "./made-twice.ts";
import type { ResultDocument } from "./result.ts";

const document = (kind: string, docNumber: string | null, status = "open", part?: string): ResultDocument =>
  ({ kind, entity: "", id: "", docNumber, date: "2026-11-02", total: "1.00", status, ...(part !== undefined && { part }), links: [], lines: [] });

describe("what is in the books twice", () => {
  it("is one kind under two numbers, or one payment reference twice", () => {
    expect(madeTwice([document("invoice", "1001"), document("invoice", "M-1001")])).toEqual(["2 live documents invoice"]);
    expect(madeTwice([document("payment", "77"), document("payment", "77"), document("payment", "77")])).toEqual(["3 live documents payment 77"]);
  });

  it("is one refund of an order twice, but not two refunds, nor the invoice of an edit, nor two uses of a credit", () => {
    const refund = (part: string): ResultDocument => document("credit_memo", "1001-C1", "open", part);
    expect(madeTwice([refund("81"), refund("81")])).toEqual(["2 live documents credit_memo 81"]);
    expect(madeTwice([refund("81"), refund("82"), document("invoice", "1001", "paid", "1"), document("invoice", "1001-E1", "open", "91")])).toEqual([]);
    expect(madeTwice([document("payment", null, "applied", "81"), document("payment", null, "applied", "82")])).toEqual([]);
    expect(madeTwice([document("payment", null, "applied", "81"), document("payment", null, "applied", "81")])).toEqual(["2 live documents payment 81"]);
  });

  it("is neither a second payment, nor what was voided or deleted and made again", () => {
    expect(madeTwice([document("payment", "77"), document("payment", "78"), document("sales_order", "1001"), document("invoice", "1001")])).toEqual([]);
    expect(madeTwice([document("payment", "77"), document("payment", "77", "voided"), document("payment", "77", "deleted")])).toEqual([]);
  });
});
