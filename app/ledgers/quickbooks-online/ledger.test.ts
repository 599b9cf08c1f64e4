import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ItemKey } from "#app/domain/books/books.ts";
import { isSalesForm, type PlannedDocument } from "#app/domain/documents/document.ts";
import { money } from "#app/domain/money/money.ts";
import type { LedgerDocument, NewCustomer, References } from "#app/pipeline/ports/ledger.ts";
import { contractsDir } from "#tests/contracts/contracts-dir.ts";
import { validateQuickBooksBody } from "#tests/contracts/quickbooks-body.ts";
import { createPacing } from "./pacing.ts";
import { type ConnectedCompany, connectCompany, valueOf } from "./testing/connected-company.ts";
import { APPLIED_PAYMENT, INVOICE, PAYMENT, SALES_ORDER } from "./testing/planned-documents.ts";

const ADA: NewCustomer = {
  displayName: "Ada O'Lovelace\\", givenName: "Ada", familyName: "Lovelace", company: null, email: "ada@example.com", phone: null,
  billTo: null, shipTo: null, currency: null,
};

describe("QuickBooks Online as a ledger", () => {
  let company: ConnectedCompany;
  let references: References;
  let documents: Map<string, string>;

  beforeEach(async () => {
    company = await connectCompany();
    const facts = valueOf(await company.ledger.readCompany());
    const accountId = (name: string): string => facts.accounts.find((account) => account.name === name)?.id ?? "";
    const customer = valueOf(await company.ledger.createCustomer(ADA, "customer-1"));
    const item = async (name: string, account: string): Promise<string> =>
      valueOf(await company.ledger.createItem({ name, sku: name, description: null, incomeAccountId: accountId(account), taxable: true }, `item-${name}`)).id;
    documents = new Map();
    references = {
      customerId: customer.id,
      items: new Map<ItemKey, string>([
        ["sku:TEE-RED", await item("TEE-RED", "Sales of Product Income")],
        ["role:shipping", await item("SHIPPING", "Shipping Income")],
      ]),
      documents,
    };
    account = accountId;
    company.quickbooks.resetLog(company.realmId);
  });
  afterEach(() => company[Symbol.asyncDispose]());

  let account: (name: string) => string;
  /** The documents of the tests on the accounts of the simulated company. */
  function here(document: PlannedDocument): PlannedDocument {
    if (document.kind === "payment") return { ...document, deposit: document.deposit && { ...document.deposit, id: account("Shopify Clearing") } };
    if (!isSalesForm(document)) return document;
    const discounts = { id: account("Discounts Given"), name: "Discounts Given" };
    return { ...document, lines: document.lines.map((line) => (line.item === null ? { ...line, account: discounts } : line)) };
  }
  const create = async (document: PlannedDocument, requestId: string) =>
    valueOf(await company.ledger.write({ op: "create", document: here(document), references, requestId }));
  const change = (op: "update" | "apply" | "close", document: PlannedDocument, { id, syncToken }: LedgerDocument, requestId: string) =>
    company.ledger.write({ op, document: here(document), references, requestId, existing: { id, syncToken } });

  test("the company's facts are read from its settings and chart", async () => {
    const facts = valueOf(await company.ledger.readCompany());
    expect(facts).toMatchObject({
      country: "US", homeCurrency: "USD", multiCurrency: false, estimatesAllowed: true, discountsAllowed: true, customNumbers: true, closedThrough: null,
      autoApplyCredit: false, autoApplyPayments: false,
    });
    expect(facts.accounts).toContainEqual({ id: account("Shopify Clearing"), name: "Shopify Clearing", type: "Bank", currency: "USD", balance: { currency: "USD", minor: 0n } });
    company.quickbooks.bookkeeper(company.realmId, { action: "closeBooks", value: "2026-10-31" });
    expect(valueOf(await company.ledger.readCompany()).closedThrough?.toString()).toBe("2026-10-31");
  });

  test("an order becomes a sales order and an unapplied payment, then an invoice with balance 0", async () => {
    const salesOrder = await create(SALES_ORDER, "so-1");
    expect(salesOrder).toMatchObject({
      kind: "sales_order", entity: "Estimate", number: "1001", total: money("USD", 4570n), tax: money("USD", 320n), status: "accepted",
    });
    const payment = await create(PAYMENT, "p-1");
    expect(payment).toMatchObject({ status: "unapplied", balance: money("USD", 4570n), reference: "501", links: [] });

    documents.set("sales_order/1", salesOrder.id);
    const invoice = await create(INVOICE, "i-1");
    expect(invoice).toMatchObject({
      number: "1001", status: "open", balance: money("USD", 4570n), links: [{ kind: "sales_order", id: salesOrder.id, amount: null }],
    });
    expect(valueOf(await company.ledger.read("sales_order", salesOrder.id))).toMatchObject({ status: "closed", links: [{ kind: "invoice", id: invoice.id }] });

    documents.set("invoice/1", invoice.id);
    const applied = valueOf(await change("apply", APPLIED_PAYMENT, payment, "p-1-apply"));
    expect(applied).toMatchObject({
      status: "applied", balance: money("USD", 0n), links: [{ kind: "invoice", id: invoice.id, amount: money("USD", 4570n) }],
    });
    expect(valueOf(await company.ledger.read("invoice", invoice.id))).toMatchObject({ status: "paid", balance: money("USD", 0n) });
    expect(applied.memo).toContain(PAYMENT.marker);
  });

  test("a sales order is updated and closed, and a stale token is a conflict", async () => {
    const made = await create(SALES_ORDER, "so-1");
    const updated = valueOf(await change("update", { ...SALES_ORDER, standing: "pending" }, made, "so-2"));
    expect(updated).toMatchObject({ status: "pending", total: money("USD", 4570n), memo: made.memo });
    expect(await change("close", SALES_ORDER, made, "so-3")).toMatchObject({ failure: { kind: "conflict" } });
    expect(await change("close", SALES_ORDER, updated, "so-4")).toMatchObject({ value: { status: "closed" } });
  });

  test("the request id travels beside the body, and the same one answers with the same document", async () => {
    const first = await create(PAYMENT, "request-1");
    const again = await create(PAYMENT, "request-1");
    expect(again.id).toBe(first.id);
    const [sent] = company.quickbooks.requests(company.realmId);
    expect(sent).toMatchObject({ method: "POST", path: "/payment", query: { requestid: "request-1", minorversion: "75" } });
    expect(company.ledger.describe({ op: "create", document: here(PAYMENT), references, requestId: "request-1" })).toEqual({ ok: true, value: sent?.body });
  });

  test("documents are looked up by number, by reference, or by customer and date", async () => {
    const salesOrder = await create(SALES_ORDER, "so-1");
    const payment = await create(PAYMENT, "p-1");
    const wanted = { number: null, reference: null, customerId: references.customerId, date: SALES_ORDER.date, marker: SALES_ORDER.marker };
    expect(valueOf(await company.ledger.lookUp({ ...wanted, kind: "sales_order", number: "1001" }))).toMatchObject([{ id: salesOrder.id }]);
    expect(valueOf(await company.ledger.lookUp({ ...wanted, kind: "payment", reference: "501" }))).toMatchObject([{ id: payment.id }]);
    expect(valueOf(await company.ledger.lookUp({ ...wanted, kind: "sales_order" }))).toMatchObject([{ id: salesOrder.id }]);
    expect(valueOf(await company.ledger.lookUp({ ...wanted, kind: "invoice", number: "1001" }))).toEqual([]);
    expect(valueOf(await company.ledger.lookUp({ ...wanted, kind: "payment", customerId: "999" }))).toEqual([]);
  });

  test("customers and items are found by names with quotes and backslashes, each once", async () => {
    const customers = valueOf(await company.ledger.findCustomers([ADA.displayName, "Nobody"]));
    expect(customers).toMatchObject([{ id: references.customerId, displayName: ADA.displayName, email: "ada@example.com" }]);
    const items = valueOf(await company.ledger.findItems({ skus: ["TEE-RED", "UNKNOWN"], names: ["TEE-RED", "SHIPPING"] }));
    expect(items.map((item) => item.name).sort()).toEqual(["SHIPPING", "TEE-RED"]);
    expect(items[0]?.incomeAccount.name).not.toBe("");
    expect(valueOf(await company.ledger.findItems({ skus: [], names: [] }))).toEqual([]);
    const ids = items.map(({ id }) => id);
    expect(valueOf(await company.ledger.findItems({ skus: ["TEE-RED"], names: [], ids: [...ids, "9999"] })).map(({ id }) => id).sort()).toEqual(ids.toSorted());
  });

  test("a taken name and a taken number are duplicates", async () => {
    expect(await company.ledger.createCustomer(ADA, "customer-2")).toMatchObject({ failure: { kind: "duplicate", of: "name" } });
    await create({ ...INVOICE, salesOrder: null }, "i-1");
    const second = await company.ledger.write({ op: "create", document: here({ ...INVOICE, salesOrder: null }), references, requestId: "i-2" });
    expect(second).toMatchObject({ failure: { kind: "duplicate", of: "number" } });
  });

  test("a document a person deleted reads as null, a voided one as voided", async () => {
    const invoice = await create({ ...INVOICE, salesOrder: null }, "i-1");
    company.quickbooks.bookkeeper(company.realmId, { action: "void", kind: "invoice", id: invoice.id });
    expect(valueOf(await company.ledger.read("invoice", invoice.id))).toMatchObject({ status: "voided", total: money("USD", 0n) });
    company.quickbooks.bookkeeper(company.realmId, { action: "delete", kind: "invoice", id: invoice.id });
    expect(valueOf(await company.ledger.read("invoice", invoice.id))).toBeNull();
  });

  test("a second invoice for one sales order and a closed period are issues", async () => {
    documents.set("sales_order/1", (await create(SALES_ORDER, "so-1")).id);
    await create(INVOICE, "i-1");
    const second = await company.ledger.write({ op: "create", document: here({ ...INVOICE, number: "1001-2" }), references, requestId: "i-2" });
    expect(second).toMatchObject({ failure: { kind: "needs_input", issue: { code: "link_refused", cause: "invoice 1001-2" } } });
    company.quickbooks.bookkeeper(company.realmId, { action: "closeBooks", value: "2026-11-30" });
    const late = await company.ledger.write({ op: "create", document: here(PAYMENT), references, requestId: "p-1" });
    expect(late).toMatchObject({ failure: { kind: "needs_input", issue: { code: "period_closed" } } });
  });

  test("documents are deleted or voided by id and token, and a sales order cannot be voided", async () => {
    const remove = (op: "delete" | "void", { kind, id, syncToken }: LedgerDocument) => company.ledger.remove({ op, kind, existing: { id, syncToken }, requestId: `${op}-${kind}` });
    const salesOrder = await create(SALES_ORDER, "so-1");
    const invoice = await create({ ...INVOICE, salesOrder: null }, "i-1");
    const payment = await create(PAYMENT, "p-1");
    expect(await remove("void", salesOrder)).toMatchObject({ failure: { kind: "defect" } });
    expect(await remove("delete", { ...salesOrder, syncToken: "7" })).toMatchObject({ failure: { kind: "conflict" } });
    for (const [op, document] of [["delete", salesOrder], ["void", invoice], ["void", payment]] as const) expect(await remove(op, document)).toEqual({ ok: true, value: null });
    expect(valueOf(await company.ledger.read("sales_order", salesOrder.id))).toBeNull();
    expect(valueOf(await company.ledger.read("invoice", invoice.id))).toMatchObject({ status: "voided" });
    expect(valueOf(await company.ledger.read("payment", payment.id))).toMatchObject({ status: "voided" });
    expect(company.quickbooks.requests(company.realmId).filter(({ query }) => query["requestid"]?.startsWith("delete-") || query["requestid"]?.startsWith("void-"))).toHaveLength(4);
  });

  test("payments on bank deposits are named with the deposit's date, the others are not", async () => {
    const deposited = await create(PAYMENT, "p-1");
    const other = await create({ ...PAYMENT, reference: "502" }, "p-2");
    const since = PAYMENT.date;
    expect(valueOf(await company.ledger.deposited([deposited, other].map(({ id }) => ({ kind: "payment", id })), since))).toEqual([]);
    company.quickbooks.bookkeeper(company.realmId, { action: "deposit", payments: [deposited.id], date: "2026-11-20" });
    const found = valueOf(await company.ledger.deposited([deposited, other].map(({ id }) => ({ kind: "payment", id })), since));
    expect(found.map(({ id, depositDate }) => [id, depositDate.toString()])).toEqual([[deposited.id, "2026-11-20"]]);
  });

  test("a payment is taken off one invoice and stays on the other", async () => {
    const one = await create({ ...INVOICE, salesOrder: null, number: "1" }, "i-1");
    const two = await create({ ...INVOICE, salesOrder: null, number: "2" }, "i-2");
    const made = await create(PAYMENT, "p-1");
    const links = [[one.id, 40], [two.id, 5.7]].map(([TxnId, Amount]) => ({ Amount, LinkedTxn: [{ TxnId, TxnType: "Invoice" }] }));
    company.quickbooks.bookkeeper(company.realmId, { action: "edit", kind: "payment", id: made.id, patch: { CustomerRef: { value: references.customerId }, TotalAmt: 45.7, Line: links } });
    const payment = valueOf(await company.ledger.read("payment", made.id));
    if (!payment) throw new Error("the payment is there");
    expect(valueOf(await company.ledger.takeOff(payment, one.id, "off-1"))).toMatchObject({ balance: money("USD", 4000n), links: [{ kind: "invoice", id: two.id, amount: money("USD", 570n) }] });
    expect(valueOf(await company.ledger.read("invoice", one.id))).toMatchObject({ balance: one.total });
  });

  test("a write whose answer is lost is unknown, and the look-up finds what it did", async () => {
    company.quickbooks.setFaults(company.realmId, [{ on: "POST /payment", do: "commitThenDrop" }]);
    const lost = await company.ledger.write({ op: "create", document: here(PAYMENT), references, requestId: "p-1" });
    expect(lost).toMatchObject({ failure: { kind: "unknown" } });
    const { reference, date, marker } = PAYMENT;
    const found = valueOf(await company.ledger.lookUp({ kind: "payment", number: null, reference, customerId: references.customerId, date, marker }));
    expect(found.map((document) => document.memo.endsWith(PAYMENT.marker))).toEqual([true]);
    expect((await create(PAYMENT, "p-1")).id).toBe(found[0]?.id);
  });

  test("fifteen calls at once meet no 429 from a company that throttles", async () => {
    company.quickbooks.setSwitches(company.realmId, { throttling: true });
    const ledger = company.ledgerWith({ pacing: createPacing(() => performance.now()) });
    const reads = await Promise.all(Array.from({ length: 15 }, () => ledger.read("invoice", "1")));
    expect(reads.every((read) => read.ok)).toBe(true);
  });

  test("an unmappable document is a defect and nothing is sent", async () => {
    const result = await company.ledger.write({ op: "create", document: INVOICE, references: { ...references, items: new Map() }, requestId: "i-1" });
    expect(result).toMatchObject({ failure: { kind: "defect" } });
    expect(company.quickbooks.requests(company.realmId)).toEqual([]);
  });

  test.skipIf(contractsDir === undefined)("every body that was sent passes Intuit's schema and field constraints", async () => {
    documents.set("sales_order/1", (await create(SALES_ORDER, "so-1")).id);
    documents.set("invoice/1", (await create(INVOICE, "i-1")).id);
    await create(APPLIED_PAYMENT, "p-1");
    await company.ledger.createCustomer({ ...ADA, displayName: "Second" }, "customer-2");
    const entities: Record<string, string> = { "/estimate": "Estimate", "/invoice": "Invoice", "/payment": "Payment", "/customer": "Customer" };
    const writes = company.quickbooks.requests(company.realmId).filter((request) => request.method === "POST");
    expect(writes).toHaveLength(4);
    for (const { path, body } of writes) expect(validateQuickBooksBody(entities[path] ?? path, body)).toEqual([]);
  });
});
