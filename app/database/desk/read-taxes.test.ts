import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { GB_CODES } from "#app/domain/books/sample-tax-codes.ts";
import { sampleBooks } from "#app/domain/books/sample-books.ts";
import { taxCodeMissing } from "#app/domain/issues/tax-issues.ts";
import { createTenant, type Tenant } from "../repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { readTaxes } from "./read-taxes.ts";
import { inState, NOON, record } from "./testing/recorded-order.ts";

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

const read = () => readTaxes({ prisma: database.prisma, shopId: shop.shopId });
const planOf = (...codes: [set: string, name: string][]) => [{ kind: "invoice", lines: codes.map(([set, name]) => ({ role: "product", taxCode: { id: "1", name, set } })) }, { kind: "payment" }];
const british = () => shop.repositories.connection.saveCompany(sampleBooks([], { country: "GB", taxCodes: GB_CODES }).company, NOON);

test("a company without tax codes has nothing to choose", async () => {
  await record(shop, 1, { plan: planOf(["VAT 20%", "20.0% S"]) });
  expect(await read()).toEqual({ codes: [], sets: [] });
});

test("every set of the orders is told once, with the code it got last, and those that wait without one", async () => {
  await british();
  await record(shop, 1, { plan: planOf(["VAT 20%", "20.0% S"], ["no tax", "Exempt"], ["VAT 20%", "20.0% S"]) });
  await record(shop, 2, { ...inState("attention"), plan: planOf(["VAT 20%", "20.0% S"]) }, [taxCodeMissing("IVA 21%", "no tax code in QuickBooks has these rates")]);
  expect(await read()).toEqual({
    codes: ["20.0% S", "5.0% R", "0.0% Z", "Exempt", "No VAT"],
    sets: [{ set: "IVA 21%", code: null }, { set: "VAT 20%", code: "20.0% S" }, { set: "no tax", code: "Exempt" }],
  });
});

test("a set that waits now is told as that, whatever code it had before", async () => {
  await british();
  await record(shop, 1, { plan: planOf(["VAT 20%", "20.0% S"]) });
  await record(shop, 2, inState("attention"), [taxCodeMissing("VAT 20%", "several tax codes in QuickBooks fit: A, B")]);
  expect((await read()).sets).toEqual([{ set: "VAT 20%", code: null }]);
});
