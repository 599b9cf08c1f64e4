import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { instant, intentFor, payment } from "../repositories/testing/payment.ts";
import { createTenant, type Tenant } from "../repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { createRunDesk } from "./run-desk.ts";
import { createRunFinding } from "./run-finding.ts";

const NOON = instant("12:00:00");
const [FRESH, ASKED] = ["gid://shopify/Order/1", "gid://shopify/Order/2"];

describe("a run that is cancelled", () => {
  let database: TestDatabase;
  let shop: Tenant;
  let runId: string;
  beforeAll(async () => { database = await testDatabase(); });
  afterAll(() => database.drop());
  beforeEach(async () => {
    shop = await createTenant(database.prisma);
    const at = { prisma: database.prisma, shopId: shop.shopId };
    runId = await createRunDesk(at).start({ selection: { kind: "numbers", numbers: ["1", "2"] }, statuses: null, anyway: false }, "key", null, NOON);
    await createRunFinding(at).keep(runId, [FRESH, ASKED].map((orderId, index) => ({ orderId, name: `#${index + 1}`, placedAt: NOON })), null, NOON);
  });

  const cancel = () => createRunDesk({ prisma: database.prisma, shopId: shop.shopId }).cancel(runId, NOON);
  const due = async (): Promise<string[]> => (await shop.repositories.due.take(instant("13:00:00"), 10)).map(({ orderId }) => orderId);

  it("leaves nothing due that only it asked for", async () => {
    expect(await due()).toEqual([FRESH, ASKED]);
    expect(await cancel()).toBe(true);
    expect(await due()).toEqual([]);
  });

  it("keeps what may be in the books without our knowing", async () => {
    const { postings } = shop.repositories;
    const { operationId } = await postings.intend(intentFor(ASKED, payment(4_320n)), NOON);
    await postings.markSent(operationId, NOON, null);
    await postings.markUnknown(operationId, "its answer was lost", NOON);
    expect(await cancel()).toBe(true);
    expect(await due()).toEqual([ASKED]);
  });
});
