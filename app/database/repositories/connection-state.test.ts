import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CompanyFacts } from "#app/domain/books/books.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { createShopRepositories } from "./shop-repositories.ts";
import { instant } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

const NOON = instant("12:00:00");
const COMPANY: CompanyFacts = {
  name: "Craft Co", country: "US", homeCurrency: "USD", multiCurrency: false, estimatesAllowed: true, discountsAllowed: true, customNumbers: true,
  salesTaxUsed: true, terms: [{ id: "3", name: "Net 30" }], customFields: [{ id: "1", name: "PO Number" }], taxCodes: [], autoApplyCredit: false, autoApplyPayments: false, closedThrough: Temporal.PlainDate.from("2025-12-31"),
  accounts: [{ id: "79", name: "Sales of Product Income", type: "Income" }],
};

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

const status = async () => (await database.prisma.connection.findUniqueOrThrow({ where: { id: shop.connectionId } })).status;

test("the realm id is opened for the shop it belongs to", () => {
  expect(shop.repositories.connection).toMatchObject({ id: shop.connectionId, realmId: shop.realmId });
  expect(shop.repositories.shop).toEqual({
    id: shop.shopId, domain: shop.domain, name: shop.domain, currency: "USD", timeZone: "America/New_York", country: "US", taxesIncluded: false,
  });
});

test("repositories are not built for another shop's connection", async () => {
  const other = await createTenant(database.prisma);
  await expect(createShopRepositories({ prisma: database.prisma, shopId: shop.shopId, connectionId: other.connectionId, secretBox: shop.secretBox })).rejects.toThrow(/not one of shop/);
});

test("facts of the company come back as they were read, and what was learned outlives the next reading", async () => {
  const { connection } = shop.repositories;
  expect(await connection.facts()).toBeNull();
  await connection.saveCompany(COMPANY, NOON);
  expect(await connection.facts()).toEqual({ company: COMPANY, readAt: NOON, linkClosesSalesOrder: null });
  await connection.learnLinkCloses(false);
  await connection.saveCompany({ ...COMPANY, closedThrough: null }, instant("13:00:00"));
  expect(await connection.facts()).toEqual({ company: { ...COMPANY, closedThrough: null }, readAt: instant("13:00:00"), linkClosesSalesOrder: false });
});

test("facts in another release's shape count as not read", async () => {
  await shop.repositories.connection.saveCompany(COMPANY, NOON);
  await database.prisma.connection.update({ where: { id: shop.connectionId }, data: { facts: { company: { name: "only a name" } } } });
  expect(await shop.repositories.connection.facts()).toBeNull();
});

test("an active connection is parked with its reason, a revoked one stays revoked", async () => {
  await shop.repositories.connection.park("the refresh token was refused", NOON);
  expect(await status()).toBe("parked");
  await database.prisma.connection.update({ where: { id: shop.connectionId }, data: { status: "revoked" } });
  await shop.repositories.connection.park("again", NOON);
  expect(await status()).toBe("revoked");
});
