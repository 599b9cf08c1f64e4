/** The screens home, orders and order over HTTP: the real web process, the real database, and session tokens as the admin makes them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gid, recordedOrder } from "#app/database/desk/testing/recorded-order.ts";
import { createOrders } from "#app/database/repositories/orders.ts";
import { now, openTwoShops, OURS, THEIRS, type TwoShops } from "#app/server/testing/two-shops.ts";

let shops: TwoShops;

beforeAll(async () => {
  shops = await openTwoShops();
  const orders = createOrders({ prisma: shops.database.prisma, shopId: await shops.idOf(THEIRS) });
  await orders.record(recordedOrder(1001), [], [], now(), now());
  await orders.record(recordedOrder(1002, { state: "held", reason: "Held for review." }), [], [], now(), now());
});
afterAll(() => shops.end());

const due = async (domain: string) => shops.database.prisma.dueOrder.findMany({ where: { shopId: await shops.idOf(domain) }, select: { orderGid: true, origin: true }, orderBy: { orderGid: "asc" } });

describe("the pages", () => {
  test.each(["/app", "/app/orders", "/app/orders/1001"])("%s is shown to the shop it belongs to", async (path) => {
    const page = await shops.browser.openInAdmin(path, THEIRS);
    expect(page.status).toBe(200);
    if (path !== "/app") expect(await page.text()).toContain("#1001");
  });

  test("another shop's order is not there, on the page, in the list and in the data", async () => {
    const page = await shops.browser.openInAdmin("/app/orders/1001", OURS);
    expect([page.status, (await page.text()).includes("There is no such order")]).toEqual([404, true]);
    expect(await (await shops.browser.openInAdmin("/app/orders", OURS)).text()).not.toContain("#1001");
    expect(await (await shops.browser.fetchInAdmin("/app/orders/1001.data", OURS)).text()).not.toContain("#1001");
  });

  test.each(["/app/orders/gid", "/app/orders/1001%27--", "/app/orders/99999999999999999999999"])("%s is no order and no failure", async (path) => {
    expect((await shops.browser.openInAdmin(path, THEIRS)).status).toBe(404);
  });

  test("an address that asks for what there cannot be is answered with a list", async () => {
    const searched = await shops.browser.fetchInAdmin(`/app/orders.data?search=${encodeURIComponent("<script>alert(1)</script>")}&page=%00&show=__proto__`, THEIRS);
    expect(searched.status).toBe(200);
  });
});

describe("resync", () => {
  test("of another shop's order marks nothing, anywhere", async () => {
    expect((await shops.browser.fetchInAdmin("/app/orders/1001.data", OURS, "POST")).status).toBe(404);
    expect([await due(OURS), await due(THEIRS)]).toEqual([[], []]);
  });

  test("without a session token marks nothing", async () => {
    const answer = await fetch(`${shops.web.origin}/app/orders/1001.data`, { method: "POST", redirect: "manual", headers: { "User-Agent": "Mozilla/5.0 Chrome/142.0 Safari/537.36", Authorization: "Bearer not.a.token" } });
    expect(answer.status).toBe(401);
    expect(await due(THEIRS)).toEqual([]);
  });

  test("of the shop's own order marks it by a person's hand, and says that it waits for QuickBooks", async () => {
    const answer = await shops.browser.fetchInAdmin("/app/orders/1001.data", THEIRS, "POST");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Resync noted");
    expect(await due(THEIRS)).toEqual([{ orderGid: gid(1001), origin: "person" }]);
  });
});

describe("an order that a rule holds", () => {
  const inShopify = (numbers: number[]) => shops.browser.fetchInAdmin("/extension/orders", THEIRS, "POST", { orderIds: numbers.map((number) => gid(number)) });
  const forget = async (): Promise<void> => {
    await shops.database.prisma.dueOrder.deleteMany();
    await shops.database.prisma.orderWish.deleteMany();
  };
  const looked = async () => (await shops.database.prisma.orderWish.findMany({ select: { orderGid: true, kind: true, state: true, askedBy: true } }));

  test("is approved on its page", async () => {
    await forget();
    expect(await (await shops.browser.openInAdmin("/app/orders/1002", THEIRS)).text()).toContain("Approve and send");
    expect(await (await shops.browser.fetchInAdmin("/app/orders/1002.data", THEIRS, "POST")).text()).toContain("Approved; it is sent once QuickBooks is connected");
    expect(await due(THEIRS)).toEqual([{ orderGid: gid(1002), origin: "person" }]);
    expect(await looked()).toEqual([{ orderGid: gid(1002), kind: "resync", state: "asked", askedBy: "1" }]);
  });

  test("is approved in Shopify by itself, and never among several, which take no approval away either", async () => {
    await forget();
    await inShopify([1001, 1002]);
    expect(await due(THEIRS)).toEqual([{ orderGid: gid(1001), origin: "person" }, { orderGid: gid(1002), origin: "person" }]);
    expect(await looked()).toEqual([]);
    expect(await (await inShopify([1002])).json()).toMatchObject({ orders: [{ press: { label: "Approve and send" } }] });
    await inShopify([1001, 1002]);
    expect(await looked()).toEqual([{ orderGid: gid(1002), kind: "resync", state: "asked", askedBy: "1" }]);
    await forget();
  });
});

describe("what else a person asks of an order", () => {
  const ask = (form: unknown, shop = THEIRS): Promise<Response> => shops.browser.fetchInAdmin("/app/orders/1001.data", shop, "POST", form);
  const wish = () => shops.database.prisma.orderWish.findFirst({ select: { kind: true, state: true, askedBy: true, asItIs: true, found: true } });

  test.each([{ ask: "destroy" }, { ask: "link" }, { ask: "link", found: { kind: "check", part: "1", ledgerId: "1", differs: false } }, {}, "remove"])("%j is not understood and keeps nothing", async (form) => {
    expect((await ask(form)).status).toBe(400);
    expect(await wish()).toBeNull();
  });

  test("nothing is kept for another shop's order", async () => {
    expect((await ask({ ask: "remove" }, OURS)).status).toBe(404);
    expect(await wish()).toBeNull();
  });

  test("a removal, a leaving out and a link are kept with the person who asked; a resync takes their place", async () => {
    expect(await (await ask({ ask: "remove" })).text()).toContain("Removal noted");
    expect(await wish()).toEqual({ kind: "remove", state: "asked", askedBy: "1", asItIs: false, found: null });
    await ask({ ask: "leaveOut" });
    expect(await wish()).toMatchObject({ kind: "leave_out" });
    const found = { kind: "invoice", part: "1", ledgerId: "77", differs: true };
    await ask({ ask: "link", found });
    expect(await wish()).toMatchObject({ kind: "link", asItIs: true, found });
    await ask({ ask: "resync" });
    expect(await wish()).toEqual({ kind: "resync", state: "asked", askedBy: "1", asItIs: false, found: null });
  });
});
