import { describe, expect, it } from "vitest";
import { madeTwice } from "./made-twice.ts";
import type { ResultDocument } from "./result.ts";

const document = (kind: string, docNumber: string | null, status = "open"): ResultDocument =>
  ({ kind, entity: "", id: "", docNumber, date: "2026-11-02", total: "1.00", status, links: [], lines: [] });

describe("what is in the books twice", () => {
  it("is one kind under two numbers, or one payment reference twice", () => {
    expect(madeTwice([document("invoice", "1001"), document("invoice", "M-1001")])).toEqual(["2 live documents invoice"]);
    expect(madeTwice([document("payment", "77"), document("payment", "77"), document("payment", "77")])).toEqual(["3 live documents payment 77"]);
  });

  it("is neither a second payment, nor what was voided or deleted and made again", () => {
    expect(madeTwice([document("payment", "77"), document("payment", "78"), document("sales_order", "1001"), document("invoice", "1001")])).toEqual([]);
    expect(madeTwice([document("payment", "77"), document("payment", "77", "voided"), document("payment", "77", "deleted")])).toEqual([]);
  });
});
