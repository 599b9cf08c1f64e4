import { describe, expect, test } from "vitest";
import { contractsDir } from "./contracts-dir.ts";
import { validateQuickBooksBody } from "./quickbooks-body.ts";

const line = { Amount: 10, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: "5" } } };
const invoice = { CustomerRef: { value: "24" }, Line: [line] };

describe.skipIf(contractsDir === undefined)("the check of QuickBooks bodies", () => {
  test.each([
    ["a small invoice", "Invoice", invoice],
    ["a sparse update without lines", "Estimate", { Id: "1", SyncToken: "0", sparse: true, TxnStatus: "Closed" }],
    ["a payment with a line", "Payment", { CustomerRef: { value: "24" }, TotalAmt: 1, Line: [{ Amount: 1, LinkedTxn: [{ TxnId: "1", TxnType: "Invoice" }] }] }],
  ])("accepts %s", (_name, entity, body) => {
    expect(validateQuickBooksBody(entity, body)).toEqual([]);
  });

  test.each([
    ["an unknown property", "Invoice", { ...invoice, Colour: "red" }, "Colour"],
    ["a missing customer", "Invoice", { Line: [line] }, "Invoice.CustomerRef: required"],
    ["an update without SyncToken", "Estimate", { Id: "1", sparse: true, TxnStatus: "Closed" }, "Estimate.SyncToken: required"],
    ["a number of 22 characters", "Invoice", { ...invoice, DocNumber: "x".repeat(22) }, "Invoice.DocNumber: 22 characters, at most 21"],
    ["a computed total", "Invoice", { ...invoice, TotalAmt: 10 }, "Invoice.TotalAmt: read-only"],
    ["an amount as text", "Payment", { CustomerRef: { value: "24" }, TotalAmt: "1" }, "/TotalAmt: must be number"],
    ["an amount of a float sum", "Payment", { CustomerRef: { value: "24" }, TotalAmt: 0.1 + 0.2 }, "Payment.TotalAmt: 0.30000000000000004"],
    ["a line without detail", "Invoice", { ...invoice, Line: [{ Amount: 1, DetailType: "SalesItemLineDetail" }] }, "Invoice.Line[0].SalesItemLineDetail: required"],
    ["a link without type", "Payment", { CustomerRef: { value: "24" }, TotalAmt: 1, Line: [{ Amount: 1, LinkedTxn: [{ TxnId: "1" }] }] }, "TxnType: required"],
    ["a long street", "Customer", { DisplayName: "Ada", BillAddr: { Line1: "x".repeat(501) } }, "Customer.BillAddr.Line1: 501 characters"],
  ])("finds %s", (_name, entity, body, problem) => {
    expect(validateQuickBooksBody(entity, body).join("\n")).toContain(problem);
  });
});
