import { expect, test } from "vitest";
import { testDatabase } from "./testing.ts";

test("each test database is migrated, empty and its own", async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  try {
    await one.prisma.shop.create({
      data: { id: "s1", domain: "a.myshopify.com", currency: "USD", timeZone: "UTC", country: "US", taxesIncluded: false, installedAt: new Date() },
    });
    expect(await one.prisma.shop.count()).toBe(1);
    expect(await other.prisma.shop.count()).toBe(0);
  } finally {
    await Promise.all([one.drop(), other.drop()]);
  }
});
