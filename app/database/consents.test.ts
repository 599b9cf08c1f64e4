import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createConsents } from "./consents.ts";
import { createTenant } from "./repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

const ROUNDS = 15;
const ORDERS = 400;
const gidOf = (number: number): string => `gid://shopify/Order/${1_000 + number}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it("a shop connects while somebody marks all of its orders due, in whatever order their rows lie", { timeout: 60_000 }, async () => {
  const { prisma } = database;
  const { shopId, realmId, secretBox, repositories } = await createTenant(prisma);
  const consents = createConsents({ prisma, secretBox, realmKey: "test" });
  const at = Temporal.Instant.from("2026-11-02T10:00:00Z");
  const later = at.add({ hours: 1 });
  const tokens = { accessToken: "access-2", refreshToken: "refresh-2", accessTokenExpiresAt: later, refreshTokenExpiresAt: later };
  await prisma.connection.updateMany({ where: { shopId }, data: { status: "revoked" } });
  const numbers = Array.from({ length: ORDERS }, (_, index) => index);
  // The rows lie from the last order to the first.
  for (const number of numbers.toReversed()) await repositories.due.mark([gidOf(number)], "webhook", later);
  for (let round = 0; round < ROUNDS; round += 1) {
    await prisma.dueOrder.updateMany({ where: { shopId }, data: { dueAt: new Date(later.epochMilliseconds) } });
    const [outcome] = await Promise.all([consents.connect(shopId, realmId, tokens, at), repositories.due.mark(numbers.map(gidOf), "webhook", later)]);
    expect(outcome.kind).toBe("connected");
  }
  expect(await prisma.dueOrder.count({ where: { shopId } })).toBe(ORDERS);
});
