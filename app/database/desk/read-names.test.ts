import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sampleBooks } from "#app/domain/books/sample-books.ts";
import type { CompanyFacts } from "#app/domain/books/books.ts";
import { itemInactive, itemMissing } from "#app/domain/issues/catalogue.ts";
import { createTenant, type Tenant } from "../repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { readNames } from "./read-names.ts";
import { inState, NOON, record } from "./testing/recorded-order.ts";

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

const read = () => readNames({ prisma: database.prisma, shopId: shop.shopId });
const company = (facts: Partial<CompanyFacts>) => shop.repositories.connection.saveCompany({ ...sampleBooks([]).company, ...facts }, NOON);
const item = (localKey: string, name: string | null) => shop.repositories.bindings.bind("item", { localKey, ledgerId: localKey, name, details: {} }, NOON);

test("while the company was not read nothing is known of it, and nothing is said to be off", async () => {
  expect(await read()).toEqual({ names: { item: [] }, off: { classes: false, locations: false }, waitingSkus: [] });
});

test("the company's lists are told by kind, and what was not read of it is left out", async () => {
  const tracking = { classes: [{ id: "1", name: "Web" }], classesOn: { documents: true, lines: false }, departments: [{ id: "2", name: "Paris" }], shipping: false };
  await company({ tracking, terms: [{ id: "3", name: "Net 30" }], customFields: [{ id: "4", name: "Web order" }], paymentMethods: undefined });
  const { names, off } = await read();
  expect(names).toMatchObject({ class: ["Web"], department: ["Paris"], term: ["Net 30"], customField: ["Web order"] });
  expect([names.paymentMethod, off]).toEqual([undefined, { classes: false, locations: false }]);
});

test("what the company does not track is off, and has no names", async () => {
  await company({ tracking: { classes: null, classesOn: { documents: false, lines: false }, departments: null, shipping: false }, paymentMethods: [{ id: "5", name: "Visa" }] });
  const { names, off } = await read();
  expect([names.class, names.department, names.paymentMethod, off]).toEqual([undefined, undefined, ["Visa"], { classes: true, locations: true }]);
});

test("items are those that products were booked with, once each", async () => {
  await item("sku:TEE", "Tee");
  await item("title:Tee", "Tee");
  await item("sku:CAP", "Cap");
  await item("sku:ODD", null);
  await item("role:shipping", "Shipping");
  await shop.repositories.bindings.bind("customer", { localKey: "email:a@example.com", ledgerId: "9", name: "Ada", details: {} }, NOON);
  expect((await read()).names.item).toEqual(["Cap", "Tee"]);
});

test("SKUs that orders wait for are told until their issue is settled", async () => {
  await record(shop, 1, inState("attention"), [itemMissing("sku:MUG", "Mug"), itemMissing("title:Bowl", "Bowl"), itemInactive("sku:CAP", "Cap")]);
  expect((await read()).waitingSkus).toEqual(["MUG"]);
  await record(shop, 1, inState("posted"), []);
  expect((await read()).waitingSkus).toEqual([]);
});
