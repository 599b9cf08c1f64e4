import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { settle } from "#app/ledgers/quickbooks-online/faults.ts";
import { readCustomer } from "#app/ledgers/quickbooks-online/mappers/customer.ts";
import { readInvoice } from "#app/ledgers/quickbooks-online/mappers/invoice.ts";
import { accountSchema, readRows } from "#app/ledgers/quickbooks-online/wire-schemas.ts";
import { contractsDir } from "./contracts-dir.ts";

const exchangeSchema = z.object({
  request: z.object({ method: z.string(), uri: z.string() }),
  response: z.object({ status: z.number(), headers: z.record(z.string(), z.unknown()), body: z.unknown() }),
});

/** The faults among the recordings, as read by hand; everything else is an answer. */
const FAULTS: Readonly<Record<string, object>> = {
  "error-400-2.json": { kind: "rejected", code: "4001", transactionId: "1-5f733c38-6312b3f50596e47933ee0781" },
  "error-400_json-1.json": { kind: "rejected", code: "2010" },
  "error-401-1.json": { kind: "needs_auth" },
  "error-500-1.json": { kind: "rejected", code: "500" },
  "error-500-2.json": { kind: "rejected", code: "2030" },
  "error-validation-1.json": { kind: "duplicate", of: "name" },
};

const folder = contractsDir === undefined ? null : join(contractsDir, "quickbooks", "exchanges");
const names = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith(".json")).sort();

const load = (name: string) => exchangeSchema.parse(JSON.parse(readFileSync(join(folder ?? "", name), "utf8")));

function outcome(name: string) {
  const { request, response } = load(name);
  const transactionId = z.string().nullable().catch(null).parse(response.headers["Intuit-Tid"] ?? null);
  return settle(
    { kind: "answered", status: response.status, body: response.body, transactionId, retryAfter: null },
    { effect: request.method === "GET" ? "read" : "write", call: `${request.method} recorded`, subject: name },
  );
}

const bodyOf = (name: string): Record<string, unknown> => z.record(z.string(), z.unknown()).parse(load(name).response.body);

describe.skipIf(folder === null)("recorded exchanges with an Intuit sandbox company", () => {
  test("all of them are here (the folder's README counts 52, it holds 51)", () => {
    expect(names.length).toBeGreaterThanOrEqual(51);
  });

  test.each(names)("%s is told apart as an answer or a fault", (name) => {
    const result = outcome(name);
    const fault = FAULTS[name];
    if (fault) expect(result).toMatchObject({ ok: false, failure: fault });
    else expect(result.ok).toBe(true);
  });

  test.each(names.filter((name) => name.startsWith("all-") || /^get-(display|inactive)|^misc/.test(name)))("%s is read as a page of rows", (name) => {
    const { request, response } = load(name);
    const entity = /FROM (\w+)/.exec(decodeURIComponent(request.uri))?.[1] ?? "";
    const rows = readRows(entity, response.body);
    if (rows === null) throw new Error(`${name} is no page`);
    if (entity === "Customer") for (const row of rows) expect(readCustomer(row).displayName).not.toBe("");
  });

  test.each(["create-invoice-1.json", "delete-invoice-1.json", "void-invoice-1.json", "void-invoice-2.json"])("%s holds an invoice we can read", (name) => {
    const invoice = readInvoice(bodyOf(name)["Invoice"], "USD");
    expect(invoice).toMatchObject({ kind: "invoice", entity: "Invoice", status: name === "void-invoice-2.json" ? "voided" : "open" });
  });

  test.each(["create-customer-1.json", "update-customer-1.json", "update-customer-2.json", "get-id-1.json"])("%s holds a customer we can read", (name) => {
    expect(readCustomer(bodyOf(name)["Customer"]).id).toMatch(/^\d+$/);
  });

  test.each(["deactivate-account-1.json", "deactivate-account-2.json"])("%s holds an account we can read", (name) => {
    expect(accountSchema.parse(bodyOf(name)["Account"])).toMatchObject({ Active: false, Name: "Fees Billed (deleted)" });
  });
});
