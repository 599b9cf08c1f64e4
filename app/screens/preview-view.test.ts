import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { InvoiceDocument } from "#app/domain/documents/document.ts";
import type { RunPreview } from "#app/pipeline/ports/shop-desk.ts";
import { formatFor } from "./format.server.ts";
import { effectOfAll, orderPreviewView } from "./preview-view.server.ts";
import { previewPage } from "./sync/preview-page.server.ts";

type Previewed = RunPreview["orders"][number];
const US = formatFor({ country: "US", timeZone: "America/New_York" });
const usd = (minor: bigint) => ({ currency: "USD", minor });
const SALES = { id: "1", name: "Sales" };
const RECEIVABLE = { id: "2", name: "Accounts Receivable" };
const INVOICE: InvoiceDocument = {
  kind: "invoice", part: "1", covers: [], number: "1001", date: Temporal.PlainDate.from("2026-11-02"), currency: "USD", total: usd(1_100n), memo: "", marker: "",
  legs: [{ account: RECEIVABLE, side: "debit", amount: usd(1_100n) }, { account: SALES, side: "credit", amount: usd(1_000n) }],
  lines: [{ role: "product", item: "sku:TEE", description: "Tee", quantity: 2, unitPrice: usd(500n), amount: usd(1_000n), taxed: true, account: SALES }],
  tax: usd(100n), billTo: null, shipTo: null, email: null, salesOrder: null,
};
const ORDER: Previewed = {
  orderId: "gid://shopify/Order/6001", read: { name: "#1001", status: "paid", placedAt: Temporal.Instant.from("2026-11-02T15:00:00Z"), total: usd(1_100n) },
  state: "posted", reason: null, decision: null, plan: null, proof: null, issues: [], writes: [{ op: "create", document: INVOICE, payload: null }],
  effect: [{ account: "Accounts Receivable", amount: usd(1_100n) }, { account: "Sales", amount: usd(-1_000n) }],
};
const view = (changes: Partial<Previewed>) => orderPreviewView({ ...ORDER, ...changes }, US);

test("a document that would be made is shown with number, date, total, lines, tax and legs", () => {
  expect(view({})).toMatchObject({
    name: "#1001", url: "/app/orders/6001", state: { label: "Will be synced" }, nothing: null, leftOut: false,
    documents: [{
      title: "Create invoice 1001", facts: "Nov 2, 2026 · $11.00",
      lines: [{ description: "Tee", quantity: "2", account: "Sales", amount: "$10.00" }, { description: "Tax", quantity: "", account: "", amount: "$1.00" }],
      legs: [{ account: "Accounts Receivable", debit: "$11.00", credit: "" }, { account: "Sales", debit: "", credit: "$10.00" }],
    }],
    effect: [{ account: "Accounts Receivable", change: "+$11.00" }, { account: "Sales", change: "-$10.00" }],
  });
});

test("an order without writes has nothing to do", () => {
  expect(view({ writes: [], effect: [] })).toMatchObject({ state: { label: "Nothing to do" }, nothing: expect.stringContaining("Nothing to do"), effect: [] });
});

test("an order that is left out says why and may be synced anyway; one with an issue says what to do", () => {
  expect(view({ state: "skipped", reason: "Not synced: it is a test order.", writes: [] })).toMatchObject({ state: { label: "Not synced" }, reason: "It is a test order.", leftOut: true });
  const issue = { code: "item_missing" as const, cause: "TEE", sentence: "QuickBooks has no item TEE.", remedy: "Create it." };
  expect(view({ state: "attention", reason: issue.sentence, issues: [issue], writes: [] })).toMatchObject({ reason: null, issues: [{ sentence: issue.sentence, remedy: "Create it." }], leftOut: false });
});

test("an order that a rule leaves out is not offered to be synced anyway: rules hold in every run", () => {
  const skippedBy = (by: string): unknown => ({ treatment: { kind: "skip", because: { by, name: "No marketplace orders" }, sentence: "s" } });
  expect(view({ state: "skipped", decision: skippedBy("rule"), writes: [] }).leftOut).toBe(false);
  expect(view({ state: "skipped", decision: skippedBy("status"), writes: [] }).leftOut).toBe(true);
  expect(view({ state: "skipped", decision: skippedBy("setting"), writes: [] }).leftOut).toBe(true);
});

test("an order that could not be read is named by Shopify's number", () => {
  expect(view({ read: null, state: "waiting", reason: "Waiting for QuickBooks.", writes: [] })).toMatchObject({ name: "Order 6001", facts: "Could not be read" });
});

test("the page adds up each account, leaves out those that come out even, and names numbers not found", () => {
  const back = { ...ORDER, effect: [{ account: "Sales", amount: usd(1_000n) }, { account: "Accounts Receivable", amount: usd(-100n) }] };
  expect(effectOfAll([ORDER, back], US)).toEqual([{ account: "Accounts Receivable", change: "+$10.00" }]);
  expect(previewPage({ orders: [ORDER], next: "25:", notFound: ["7", "8"], hiddenBefore: Temporal.Instant.from("2026-09-27T12:00:00Z") }, US)).toMatchObject({
    hidden: expect.stringContaining("no orders from before Sep 27, 2026"), shown: "1 order shown", notFound: "No order of this shop has: #7, #8.", next: "25:",
  });
});
