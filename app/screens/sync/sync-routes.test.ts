/** Sync by hand, runs and activity over HTTP: the real web process, the real database, and session tokens as the admin makes them. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordedOrder } from "#app/database/desk/testing/recorded-order.ts";
import { createOrders } from "#app/database/repositories/orders.ts";
import { createRunFinding } from "#app/database/runs/run-finding.ts";
import { now, openTwoShops, OURS, THEIRS, type TwoShops } from "#app/server/testing/two-shops.ts";

const FORM = { by: "numbers", from: "", to: "", numbers: "1001", ownStatuses: false, statuses: [], anyway: false };

let shops: TwoShops;

beforeAll(async () => {
  shops = await openTwoShops();
  await createOrders({ prisma: shops.database.prisma, shopId: await shops.idOf(OURS) }).record(recordedOrder(1001), [], [], now(), now());
});
afterAll(() => shops.end());

const post = (body: unknown, shop = OURS): Promise<Response> => shops.browser.fetchInAdmin("/app/sync.data?index", shop, "POST", body);
const start = (form: object, askKey = randomUUID()): Promise<Response> => post({ ask: "start", askKey, form: { ...FORM, ...form } });
const runs = () => shops.database.prisma.run.count();

async function startedRun(): Promise<string> {
  await start({});
  const run = await shops.database.prisma.run.findFirstOrThrow({ orderBy: { createdAt: "desc" }, select: { id: true } });
  return run.id;
}

describe("what cannot be synced is told in one sentence and starts nothing", () => {
  const range = (from: string, to: string) => ({ by: "range", from, to });
  test.each<[string, object, string]>([
    ["no number", { numbers: " " }, "Type or paste at least one order number."],
    ["no order number", { numbers: "1001 <b>" }, "is no order number."],
    ["10,000 numbers", { numbers: "1-10000" }, "These are 10,000 numbers; at most 2,000 go into one run."],
    ["a list of 10,000 numbers", { numbers: Array.from({ length: 10_000 }, (_, index) => `#${index}`).join("\n") }, "at most 2,000 go into one run"],
    ["a reversed range of numbers", { numbers: "9-3" }, "runs backwards"],
    ["a reversed range", range("2026-11-07", "2026-11-01"), "before it begins"],
    ["a future range", range("2999-01-01", "2999-01-02"), "so there are no orders yet"],
    ["no dates", range("", ""), "Give both days of the range"],
    ["no status", { ownStatuses: true }, "Choose at least one order status"],
  ])("%s", async (_what, form, sentence) => {
    const before = await runs();
    const answer = await start(form);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(sentence)]);
    expect(await runs()).toBe(before);
  });

  test.each([{}, { ask: "start", form: FORM }, { ask: "start", askKey: "1", form: FORM }, { ask: "destroy" }, "start"])("%j is not understood", async (body) => {
    const before = await runs();
    expect((await post(body)).status).toBe(400);
    expect(await runs()).toBe(before);
  });

  test("a preview without QuickBooks says so", async () => {
    expect(await (await post({ ask: "preview", cursor: null, form: FORM })).text()).toContain("QuickBooks is not connected");
    expect(await (await shops.browser.fetchInAdmin("/app/orders/1001/preview.data", OURS, "POST", {})).text()).toContain("QuickBooks is not connected");
    expect((await shops.browser.fetchInAdmin("/app/orders/1001/preview.data", THEIRS, "POST", {})).status).toBe(404);
  });
});

test("a run pressed for twice is one run, kept with the person who asked, and leads to its page", async () => {
  const before = await runs();
  const askKey = randomUUID();
  const answers = await Promise.all([start({}, askKey), start({}, askKey)]);
  expect(await runs()).toBe(before + 1);
  const run = await shops.database.prisma.run.findFirstOrThrow({ where: { askKey } });
  expect(run.askedBy).toBe("1");
  for (const answer of answers) expect(await answer.text()).toContain(`/app/sync/${run.id}`);
});

describe("a run's page", () => {
  test("is its own shop's, as page, as file and to cancel", async () => {
    const runId = await startedRun();
    const statuses = async (shop: string): Promise<number[]> => [
      (await shops.browser.openInAdmin(`/app/sync/${runId}`, shop)).status, (await shops.browser.fetchInAdmin(`/app/sync/${runId}/csv`, shop)).status, (await shops.browser.fetchInAdmin(`/app/sync/${runId}.data`, shop, "POST", {})).status,
    ];
    expect(await statuses(THEIRS)).toEqual([404, 404, 404]);
    expect((await shops.database.prisma.run.findUniqueOrThrow({ where: { id: runId } })).state).toBe("finding");
    expect(await statuses(OURS)).toEqual([200, 200, 200]);
    expect((await shops.database.prisma.run.findUniqueOrThrow({ where: { id: runId } })).state).toBe("cancelled");
  });

  test.each(["1", "%00", "new%27--", randomUUID()])("%s is no run and no failure", async (id) => {
    expect((await shops.browser.openInAdmin(`/app/sync/${id}`, OURS)).status).toBe(404);
  });

  test("shows its orders, and all of them in the file", async () => {
    const runId = await startedRun();
    const orders = Array.from({ length: 120 }, (_, index) => ({ orderId: `gid://shopify/Order/${5000 + index}`, name: index === 0 ? "=1+1" : `#${5000 + index}`, placedAt: now() }));
    await createRunFinding({ prisma: shops.database.prisma, shopId: await shops.idOf(OURS) }).keep(runId, orders, null, now());
    const file = await shops.browser.fetchInAdmin(`/app/sync/${runId}/csv`, OURS);
    const text = await file.text();
    expect(file.headers.get("Content-Type")).toContain("text/csv");
    expect(text.trim().split("\r\n")).toHaveLength(121);
    expect(text).toContain(`"'=1+1"`);
    const page = await (await shops.browser.openInAdmin(`/app/sync/${runId}`, OURS)).text();
    expect([page.includes("#5099"), page.includes("#5100"), page.includes("More orders")]).toEqual([true, false, true]);
  });

  test("and its file are for nobody without a session token", async () => {
    const runId = await startedRun();
    const answer = await fetch(`${shops.web.origin}/app/sync/${runId}/csv`, { redirect: "manual", headers: { "User-Agent": "Mozilla/5.0 Chrome/142.0 Safari/537.36", Authorization: "Bearer not.a.token" } });
    expect(answer.status).toBe(401);
  });
});

test("activity lists the shop's runs and no other's", async () => {
  await startedRun();
  expect(await (await shops.browser.openInAdmin("/app/activity", OURS)).text()).toContain("Finding orders");
  expect(await (await shops.browser.openInAdmin("/app/activity", THEIRS)).text()).toContain("No run yet");
});
