import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { instant } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

const NOON = instant("12:00:00");

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

test("bindings are loaded by type and key, and only those that exist", async () => {
  const { bindings } = shop.repositories;
  await bindings.bind("item", { localKey: "sku:TEE", ledgerId: "11", name: "Tee", details: { incomeAccount: { id: "79", name: "Sales" } } }, NOON);
  await bindings.bind("customer", { localKey: "sku:TEE", ledgerId: "12", name: null, details: {} }, NOON);
  expect(await bindings.load("item", ["sku:TEE", "sku:CAP"])).toEqual(
    new Map([["sku:TEE", { localKey: "sku:TEE", ledgerId: "11", name: "Tee", details: { incomeAccount: { id: "79", name: "Sales" } } }]]),
  );
  expect(await bindings.load("item", [])).toEqual(new Map());
});

test("binding again replaces", async () => {
  const { bindings } = shop.repositories;
  await bindings.bind("customer", { localKey: "email:a@example.com", ledgerId: "1", name: "A", details: {} }, NOON);
  await bindings.bind("customer", { localKey: "email:a@example.com", ledgerId: "2", name: "A (2)", details: {} }, NOON);
  expect((await bindings.load("customer", ["email:a@example.com"])).get("email:a@example.com")).toMatchObject({ ledgerId: "2", name: "A (2)" });
  expect(await bindings.boundTo("customer", "1")).toBeNull();
  expect(await bindings.boundTo("customer", "2")).toBe("email:a@example.com");
  expect(await bindings.boundTo("item", "2")).toBeNull();
});
