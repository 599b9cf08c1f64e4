import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENTITIES } from "#sandbox/quickbooks/entities/registry.ts";
import { STOCKED_COMPANY, openCompany, orderForm } from "#sandbox/quickbooks/testing/open-company.ts";
import type { OpenCompany, Reply } from "#sandbox/quickbooks/testing/open-company.ts";
import type { Json, JsonObject } from "#sandbox/quickbooks/wire/json.ts";
import { idOf, isObject, objectOf, objectsOf } from "#sandbox/quickbooks/wire/json.ts";
import { contractsDir } from "./contracts-dir.ts";

const title = "the simulated QuickBooks against Intuit’s schema and recorded exchanges";
const reason = contractsDir ? "" : " (skipped: no contracts folder, set CONTRACTS_DIR)";

describe.skipIf(!contractsDir)(`${title}${reason}`, () => {
  const folder = join(contractsDir ?? "", "quickbooks");
  const schema: unknown = contractsDir ? readJson(join(folder, "schema", "qbo-v3.schema.json")) : {};
  let company: OpenCompany;
  const problems: string[] = [];
  const seen = new Set<string>();

  const checkEntity = (entity: string, row: Json): void => {
    const validate = validatorOf(entity);
    seen.add(entity);
    if (!validate(row)) problems.push(`${entity}: ${JSON.stringify(validate.errors)}`);
  };
  const validators = new Map<string, ReturnType<Ajv2020["compile"]>>();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const validatorOf = (entity: string): ReturnType<Ajv2020["compile"]> => {
    const known = validators.get(entity) ?? ajv.compile({ ...(isObject(schema) ? schema : {}), $id: entity, $ref: `#/$defs/${entity}` });
    validators.set(entity, known);
    return known;
  };

  beforeAll(async () => {
    company = await openCompany({
      ...STOCKED_COMPANY,
      vendors: [{ DisplayName: "Mill & Co", TermRef: { name: "Net 30" } }],
      preferences: { AccountingInfoPrefs: { ClassTrackingPerTxn: true, TrackDepartments: true, BookCloseDate: "2026-01-31" } },
    });
  });
  afterAll(() => company.quickbooks.close());

  it("answers every kind of write and read with bodies the schema accepts", async () => {
    await playEverything(company);
    for (const { response, status, path } of company.quickbooks.requests(company.realmId)) {
      expect(status, `${path} ${JSON.stringify(response)}`).toBe(200);
      if (isObject(response)) for (const [entity, row] of entitiesIn(response)) checkEntity(entity, row);
    }
    expect(problems).toEqual([]);
    expect([...seen].sort()).toEqual(ENTITIES.map(({ name }) => name).sort());
  });

  it("knows no property that Intuit’s schema does not have", () => {
    const definitions = isObject(schema) ? objectOf(schema, "$defs") : {};
    for (const { name, fields } of ENTITIES) {
      const known = Object.keys(objectOf(objectOf(definitions, name), "properties"));
      expect(Object.keys(fields).filter((field) => !known.includes(field)), name).toEqual([]);
    }
  });

  it("knows every property of Intuit’s schema on what can be written, so that no valid body is refused", () => {
    const definitions = isObject(schema) ? objectOf(schema, "$defs") : {};
    for (const { name, fields, kind } of ENTITIES) {
      if (kind === "readOnly") continue;
      const known = Object.keys(objectOf(objectOf(definitions, name), "properties"));
      expect(known.filter((property) => !(property in fields)), name).toEqual([]);
    }
  });

  it.each([
    ["error-401-1", "expired"],
    ["error-500-2", "badId"],
    ["error-500-1", "badPath"],
    ["error-400-2", "badEntity"],
    ["error-400_json-1", "badProperty"],
    ["error-validation-1", "duplicateName"],
  ] as const)("refuses in the recorded shape of %s", async (file, provocation) => {
    const recorded = recordedReply(join(folder, "exchanges", `${file}.json`));
    const answered = await provoke(company, provocation);
    expect(answered.status).toBe(recorded.status);
    expect(shapeOf(answered.body)).toEqual(shapeOf({ ...recorded.body, time: recorded.body.time ?? "text" }));
    expect(firstError(answered.body)).toEqual(firstError(recorded.body));
  });

  it("answers a created invoice with every property of the recorded one that does not come from that company’s own data", async () => {
    const recorded = objectOf(recordedReply(join(folder, "exchanges", "create-invoice-1.json")).body, "Invoice");
    const invoice = await company.write("/invoice", orderForm({ DocNumber: "shape-1" }));
    const ownData = ["CustomField", "BillAddr", "ShipAddr"];
    expect(Object.keys(recorded).filter((name) => !(name in invoice) && !ownData.includes(name))).toEqual([]);
  });

  it("accepts every recorded entity as something it could store", () => {
    for (const file of readdirSync(join(folder, "exchanges"))) {
      const { body } = recordedReply(join(folder, "exchanges", file));
      for (const [entity, row] of entitiesIn(body)) checkEntity(entity, row);
    }
    expect(problems).toEqual([]);
  });
});

/** Each write, read, query, batch and CDC once, with as many properties as an order of the app has. */
async function playEverything(company: OpenCompany): Promise<void> {
  const { write, call, query } = company;
  await write("/class", { Name: "Online" });
  await write("/department", { Name: "Web" });
  const term = await write("/term", { Name: "Net 45", DueDays: 45 });
  const method = await write("/paymentmethod", { Name: "Shopify Payments", Type: "CREDIT_CARD" });
  await write("/account", { Name: "PayPal", AccountType: "Bank" });
  const vendor = await write("/vendor", { DisplayName: "Another vendor" });
  await write("/item", { Name: "Hat", Type: "NonInventory", IncomeAccountRef: { value: "6" } });
  const address = { Line1: "1 Main", City: "Bayshore", CountrySubDivisionCode: "CA", PostalCode: "94326", Country: "USA" };
  const customer = await write("/customer", {
    ...{ DisplayName: "Grace Hopper", GivenName: "Grace", FamilyName: "Hopper", CompanyName: "Navy", Notes: "Shopify customer 1" },
    ...{ PrimaryEmailAddr: { Address: "grace@example.com" }, PrimaryPhone: { FreeFormNumber: "+1 555 0100" } },
    ...{ BillAddr: address, ShipAddr: address, SalesTermRef: { value: term.Id } },
  });
  await write("/customer", { DisplayName: "Project", ParentRef: { value: customer.Id }, Job: true });
  const form = orderForm({
    CustomerRef: { value: customer.Id },
    ClassRef: { value: "1" },
    DepartmentRef: { value: "1" },
    BillEmail: { Address: "grace@example.com" },
    CustomerMemo: { value: "Order #1001" },
    PrivateNote: "Shopify #1001",
    ApplyTaxAfterDiscount: true,
  });
  const lines = objectsOf(form, "Line");
  const discount = { Amount: 4, DetailType: "DiscountLineDetail", DiscountLineDetail: { PercentBased: false } };
  const estimate = await write("/estimate", { ...form, TxnStatus: "Accepted", AcceptedDate: "2026-11-02", Line: [...lines, discount] });
  const link = [{ TxnId: estimate.Id, TxnType: "Estimate" }];
  const invoice = await write("/invoice", { ...form, Line: [...lines, discount], LinkedTxn: link, TrackingNum: "1Z", ShipDate: "2026-11-02" });
  const apply = [{ Amount: 46.7, LinkedTxn: [{ TxnId: invoice.Id, TxnType: "Invoice" }] }];
  const payment = await write("/payment", {
    ...{ CustomerRef: { value: customer.Id }, TotalAmt: 46.7, PaymentRefNum: "1001-1", PaymentMethodRef: { value: method.Id } },
    ...{ DepositToAccountRef: { value: "2" }, Line: apply },
  });
  await write("/payment?operation=update&include=void", { Id: payment.Id, SyncToken: "0", sparse: true });
  const brought = await write("/payment", { CustomerRef: { value: customer.Id }, TotalAmt: 20 });
  await write("/deposit", {
    DepositToAccountRef: { value: "1" },
    Line: [
      { Amount: 20, LinkedTxn: [{ TxnId: brought.Id, TxnType: "Payment", TxnLineId: "0" }] },
      { Amount: -1.6, DetailType: "DepositLineDetail", DepositLineDetail: { AccountRef: { value: "16" } } },
    ],
  });
  await write("/salesreceipt", { ...form, DocNumber: "1002", DepositToAccountRef: { value: "2" }, PaymentRefNum: "1002-1", PaymentMethodRef: { value: method.Id } });
  await write("/refundreceipt", { ...form, DocNumber: "1002-R1", DepositToAccountRef: { value: "2" } });
  const memo = await write("/creditmemo", { ...form, DocNumber: "1003-C1" });
  const detail = { AccountRef: { value: "4" }, CustomerRef: { value: customer.Id } };
  const refund = await write("/purchase", {
    PaymentType: "Cash", AccountRef: { value: "2" }, EntityRef: { value: customer.Id, type: "Customer" }, DocNumber: "1003-R1", PrivateNote: "Money back",
    Line: [{ Amount: 50.7, DetailType: "AccountBasedExpenseLineDetail", AccountBasedExpenseLineDetail: detail }],
  });
  const between = (TxnType: string, { Id }: JsonObject) => ({ Amount: 50.7, LinkedTxn: [{ TxnId: Id, TxnType }] });
  await write("/payment", { CustomerRef: { value: customer.Id }, TotalAmt: 0, Line: [between("Expense", refund), between("CreditMemo", memo)] });
  const bought = { ItemRef: { value: "1" }, Qty: 2, UnitPrice: 8.125, TaxCodeRef: { value: "NON" }, CustomerRef: { value: customer.Id }, BillableStatus: "NotBillable" };
  await write("/purchaseorder", {
    VendorRef: { value: vendor.Id }, APAccountRef: { value: "5" }, POStatus: "Open", DocNumber: "1001-D1", TxnDate: "2026-11-02", ShipTo: { value: customer.Id }, ShipAddr: address, PrivateNote: "Drop shipped",
    ClassRef: { value: "1" }, DepartmentRef: { value: "1" }, POEmail: { Address: "vendor@example.com" }, Line: [{ Amount: 16.25, Description: "Tee", DetailType: "ItemBasedExpenseLineDetail", ItemBasedExpenseLineDetail: bought }],
  });
  await write("/estimate", { Id: estimate.Id, SyncToken: "1", sparse: true, PrivateNote: "changed" });
  await write("/invoice?operation=void", { Id: invoice.Id, SyncToken: "2" });
  for (const { name } of ENTITIES) {
    const [first] = objectsOf(await query(`select * from ${name}`), name);
    await call("GET", `/${name.toLowerCase()}/${first ? idOf(first) : ""}`);
  }
  await call("GET", "/cdc?entities=Estimate,Invoice,Payment&changedSince=2026-11-01T00:00:00Z");
  const item = { bId: "1", operation: "create", Customer: { DisplayName: "From a batch" } };
  await call("POST", "/batch", { BatchItemRequest: [item, { bId: "2", Query: "select * from Customer" }] });
}

const PROVOCATIONS = {
  expired: async ({ quickbooks, realmId }: OpenCompany): Promise<Reply> => {
    const response = await fetch(`${quickbooks.origin}/v3/company/${realmId}/customer/1`, { headers: { authorization: "Bearer gone" } });
    const body: unknown = await response.json();
    return { status: response.status, headers: response.headers, body: isObject(body) ? body : {} };
  },
  badId: ({ call }: OpenCompany) => call("GET", "/customer/1.5"),
  badPath: ({ call }: OpenCompany) => call("GET", "/customer/1/5"),
  badEntity: ({ call }: OpenCompany) => call("GET", "/query?query=SELECT%20*%20FROM%20Custmoer"),
  badProperty: ({ call }: OpenCompany) => call("POST", "/invoice", { BadJson: true }),
  duplicateName: ({ call }: OpenCompany) => call("POST", "/customer", { DisplayName: "Mill & Co" }),
};

function provoke(company: OpenCompany, provocation: keyof typeof PROVOCATIONS): Promise<Reply> {
  return PROVOCATIONS[provocation](company);
}

/** Entity rows wherever a body carries them: alone, in a query, in CDC, in a batch. Deletion notices are no entities. */
function entitiesIn(body: JsonObject): [string, Json][] {
  return Object.entries(body).flatMap(([name, value]): [string, Json][] => {
    if (ENTITIES.some((definition) => definition.name === name)) {
      return (Array.isArray(value) ? value : [value ?? null]).map((row) => [name, row]);
    }
    const nested = Array.isArray(value) ? value : [value ?? null];
    return nested.filter(isObject).flatMap((part) => (/Response$/.test(name) ? entitiesIn(part) : []));
  });
}

function recordedReply(path: string): { status: number; body: JsonObject } {
  const exchange = readJson(path);
  const response = isObject(exchange) ? objectOf(exchange, "response") : {};
  return { status: Number(response.status), body: objectOf(response, "body") };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Names and types without values. */
function shapeOf(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
  return value === null ? null : typeof value;
}

/** Code, message and type: what a client may rely on. */
function firstError(body: JsonObject): Json {
  const fault = isObject(body.Fault) ? body.Fault : objectOf(body, "fault");
  const [error] = [...objectsOf(fault, "Error"), ...objectsOf(fault, "error")];
  return { code: error?.code ?? null, message: error?.Message ?? error?.message ?? null, type: fault.type ?? null };
}
