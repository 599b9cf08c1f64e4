import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aspectsOf } from "#app/domain/plan/aspects.ts";
import type { OrderBooks } from "#app/pipeline/ports/repositories.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { DefectError } from "./defect-error.ts";
import { echoOf, instant, intentFor, payment } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

const ORDER = "gid://shopify/Order/1";
const NOON = instant("12:00:00");

let database: TestDatabase;
let shop: Tenant;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => { shop = await createTenant(database.prisma); });

async function books(): Promise<OrderBooks> {
  const found = (await shop.repositories.postings.forOrders([ORDER])).get(ORDER);
  if (!found) throw new Error("every order asked for has books");
  return found;
}

async function postPayment(minor = 1990n) {
  const { postings } = shop.repositories;
  const ids = await postings.intend(intentFor(ORDER, payment(minor)), NOON);
  await postings.markSent(ids.operationId, NOON);
  await postings.settle(ids.operationId, echoOf(payment(minor)), aspectsOf(payment(minor)), NOON);
  return ids;
}

const counts = async () => [await database.prisma.posting.count({ where: { shopId: shop.shopId } }), await database.prisma.operation.count({ where: { shopId: shop.shopId } })];

describe("intents", () => {
  test("an order nothing was intended for has empty books", async () => {
    expect(await books()).toEqual({ posted: [], undone: [], open: [], maybeTwice: [], revisions: new Map() });
  });

  test("an intent is there with everything a look-up needs before anything is sent", async () => {
    const intent = intentFor(ORDER, payment(1990n));
    const ids = await shop.repositories.postings.intend(intent, NOON);
    const { requestId, payloadHash, lookUp, aspects } = intent;
    expect(await books()).toEqual({
      posted: [], undone: [], maybeTwice: [], revisions: new Map([["payment/txn-1", 1]]),
      open: [{ ...ids, op: "create", kind: "payment", part: "txn-1", revision: 0, requestId, payloadHash, state: "intended", sentAt: null, ledgerId: null, lookUp, aspects }],
    });
  });

  test("an equal intent gives the same rows, also when two come at once", async () => {
    const { postings } = shop.repositories;
    const intent = intentFor(ORDER, payment(1990n));
    const [one, other] = await Promise.all([postings.intend(intent, NOON), postings.intend(intent, NOON)]);
    expect(other).toEqual(one);
    expect(await postings.intend(intent, NOON)).toEqual(one);
    expect(await counts()).toEqual([1, 1]);
  });

  test("another payload under a committed request id is a defect and changes nothing", async () => {
    const { postings } = shop.repositories;
    await postings.intend(intentFor(ORDER, payment(1990n)), NOON);
    const before = await books();
    await expect(postings.intend(intentFor(ORDER, payment(2000n)), NOON)).rejects.toThrow(DefectError);
    await expect(postings.intend(intentFor("another order", payment(1990n), { requestId: `${ORDER}/txn-1/0` }), NOON)).rejects.toThrow(/another document/);
    expect(await books()).toEqual(before);
    expect(await counts()).toEqual([1, 1]);
  });

  test("a changed payload takes the place of one that never left, under its own key", async () => {
    const { postings } = shop.repositories;
    const first = await postings.intend(intentFor(ORDER, payment(1990n)), NOON);
    const second = await postings.intend(intentFor(ORDER, payment(2000n), { revision: 1 }), NOON);
    expect(second.postingId).not.toBe(first.postingId);
    const { open, revisions } = await books();
    expect(open.map(({ operationId }) => operationId)).toEqual([second.operationId]);
    expect(revisions).toEqual(new Map([["payment/txn-1", 2]]));
    expect(await database.prisma.operation.findUnique({ where: { id: first.operationId } })).toMatchObject({ state: "rejected", fault: { kind: "superseded" } });
  });

  test.each(["sent", "unknown"] as const)("nothing new is intended for a document whose last operation is %s", async (state) => {
    const { postings } = shop.repositories;
    const { operationId } = await postings.intend(intentFor(ORDER, payment(1990n)), NOON);
    await postings.markSent(operationId, NOON);
    if (state === "unknown") await postings.markUnknown(operationId, "no answer within 60 s", NOON);
    await expect(postings.intend(intentFor(ORDER, payment(2000n), { revision: 1 }), NOON)).rejects.toThrow(/look it up first/);
    expect((await books()).open).toMatchObject([{ operationId, state }]);
  });

  test("a create for a document that is in the books is a defect", async () => {
    await postPayment();
    await expect(shop.repositories.postings.intend(intentFor(ORDER, payment(2000n), { revision: 1 }), NOON)).rejects.toThrow(/in the books already/);
  });
});

describe("outcomes", () => {
  test("a settled create is posted with the ledger's echo", async () => {
    const { postingId } = await postPayment();
    expect(await books()).toEqual({
      undone: [], open: [], maybeTwice: [], revisions: new Map([["payment/txn-1", 1]]),
      posted: [{ postingId, kind: "payment", part: "txn-1", revision: 0, ledgerId: "501", syncToken: "0", number: null, date: payment(1990n).date, total: payment(1990n).total, customerId: "7", aspects: aspectsOf(payment(1990n)) }],
    });
    expect(await database.prisma.posting.findUnique({ where: { id: postingId } })).toMatchObject({ totalMinor: 1990n, balanceMinor: 1990n, currency: "USD", status: "open", customerLedgerId: "7" });
  });

  test("settling twice is settling once, and never with another document", async () => {
    const { operationId } = await postPayment();
    const before = await books();
    await shop.repositories.postings.settle(operationId, echoOf(payment(1990n), { syncToken: "9" }), {}, NOON);
    expect(await books()).toEqual(before);
    const { operationId: update } = await shop.repositories.postings.intend(intentFor(ORDER, payment(2000n), { revision: 1, op: "update", postingId: before.posted[0]?.postingId ?? "" }), NOON);
    await expect(shop.repositories.postings.settle(update, echoOf(payment(2000n), { id: "999" }), {}, NOON)).rejects.toThrow(DefectError);
    expect((await books()).open).toMatchObject([{ operationId: update, state: "intended" }]);
  });

  test("an update leaves its document posted whatever becomes of it, and what was planned follows only when it is in the books", async () => {
    const { postings } = shop.repositories;
    const { postingId } = await postPayment();
    const update = (revision: number) => postings.intend(intentFor(ORDER, payment(2000n), { revision, op: "update", postingId }), NOON);
    const posting = () => database.prisma.posting.findUniqueOrThrow({ where: { id: postingId } });

    const refused = await update(1);
    await postings.markSent(refused.operationId, NOON);
    await postings.markRejected(refused.operationId, { kind: "rejected", code: "6000" }, NOON);
    expect(await posting()).toMatchObject({ state: "posted", totalMinor: 1990n, planned: { total: { minor: "1990" } } });

    const accepted = await update(2);
    await postings.markSent(accepted.operationId, NOON);
    expect((await books()).open).toMatchObject([{ op: "update", ledgerId: "501", state: "sent" }]);
    await postings.settle(accepted.operationId, echoOf(payment(2000n), { syncToken: "1" }), aspectsOf(payment(2000n)), NOON);
    expect(await posting()).toMatchObject({ state: "posted", syncToken: "1", totalMinor: 2000n, planned: { total: { minor: "2000" } } });
    expect((await books()).revisions).toEqual(new Map([["payment/txn-1", 3]]));
  });

  test("a refused create leaves nothing live, its request id is spent, and the next attempt is the next revision", async () => {
    const { postings } = shop.repositories;
    const intent = intentFor(ORDER, payment(1990n));
    const { operationId } = await postings.intend(intent, NOON);
    await postings.markRejected(operationId, { kind: "rejected", code: "6210" }, NOON);
    expect(await books()).toEqual({ posted: [], undone: [], open: [], maybeTwice: [], revisions: new Map([["payment/txn-1", 1]]) });
    await expect(postings.intend(intent, NOON)).rejects.toThrow(/next revision/);
    await postings.intend(intentFor(ORDER, payment(1990n), { revision: 1 }), NOON);
    expect((await books()).open).toMatchObject([{ revision: 1, state: "intended" }]);
  });

  test("a released operation goes out again under its own key", async () => {
    const { postings } = shop.repositories;
    const intent = intentFor(ORDER, payment(1990n));
    const ids = await postings.intend(intent, NOON);
    await postings.markSent(ids.operationId, NOON);
    await postings.release(ids.operationId);
    expect((await books()).open).toMatchObject([{ state: "intended", requestId: intent.requestId }]);
    expect(await database.prisma.posting.findUnique({ where: { id: ids.postingId } })).toMatchObject({ state: "intended", updatedAt: new Date(NOON.epochMilliseconds) });
    expect(await postings.intend(intent, NOON)).toEqual(ids);
  });

  test("a settled or refused operation takes no further step", async () => {
    const { postings } = shop.repositories;
    const { operationId } = await postPayment();
    await expect(postings.markSent(operationId, NOON)).rejects.toThrow(DefectError);
    await expect(postings.markUnknown(operationId, "late", NOON)).rejects.toThrow(DefectError);
    await expect(postings.markRejected(operationId, {}, NOON)).rejects.toThrow(DefectError);
    await expect(postings.release(operationId)).rejects.toThrow(DefectError);
  });
});

describe("what others did in the books", () => {
  test("a fresh echo, and a change the ledger made by itself, are recorded beside what we sent", async () => {
    const { postings } = shop.repositories;
    const { postingId } = await postPayment();
    await postings.observe(postingId, { echo: echoOf(payment(1990n), { syncToken: "4", balance: payment(0n).total }) }, NOON);
    await postings.observe(postingId, { aspects: { lines: "USD 19.90", applications: "invoice/1=19.90" }, status: "closed" }, NOON);
    expect((await books()).posted).toMatchObject([{ syncToken: "4", aspects: { lines: "USD 19.90", applications: "invoice/1=19.90" } }]);
    expect(await database.prisma.posting.findUnique({ where: { id: postingId } })).toMatchObject({ balanceMinor: 0n, status: "closed" });
    await expect(postings.observe(postingId, { echo: echoOf(payment(1990n), { id: "999" }) }, NOON)).rejects.toThrow(DefectError);
  });

  test("a document a person took away is undone, with what was under way for it, until it is made again", async () => {
    const { postings } = shop.repositories;
    const { postingId } = await postPayment();
    await postings.intend(intentFor(ORDER, payment(2000n), { revision: 1, op: "update", postingId }), NOON);
    await postings.markUndone(postingId, NOON);
    await postings.markUndone(postingId, NOON);
    expect(await books()).toEqual({ posted: [], undone: [{ kind: "payment", part: "txn-1", revision: 0 }], open: [], maybeTwice: [], revisions: new Map([["payment/txn-1", 2]]) });

    const again = await postings.intend(intentFor(ORDER, payment(1990n), { revision: 2 }), NOON);
    expect((await books()).undone).toEqual([]);
    await postings.settle(again.operationId, echoOf(payment(1990n), { id: "502" }), aspectsOf(payment(1990n)), NOON);
    expect(await books()).toMatchObject({ posted: [{ ledgerId: "502", revision: 2 }], undone: [], open: [] });
  });

  test("what is not in the books cannot be undone or observed", async () => {
    const { postings } = shop.repositories;
    const { postingId } = await postings.intend(intentFor(ORDER, payment(1990n)), NOON);
    await expect(postings.markUndone(postingId, NOON)).rejects.toThrow(DefectError);
    await expect(postings.observe(postingId, { status: "closed" }, NOON)).rejects.toThrow(DefectError);
  });
});

describe("adoption", () => {
  const found = (id: string, revision = 0) => ({ orderId: ORDER, document: payment(1990n), echo: echoOf(payment(1990n), { id }), aspects: aspectsOf(payment(1990n)), revision });

  test("a document found in the books is posted like one that was made, and revisions count on from it", async () => {
    const { postings } = shop.repositories;
    const { postingId } = await postings.adopt(found("77"), NOON);
    expect(await books()).toMatchObject({ undone: [], open: [], posted: [{ postingId, ledgerId: "77", revision: 0 }] });
    expect((await books()).revisions).toEqual(new Map([["payment/txn-1", 1]]));
    const { operationId } = await postings.intend(intentFor(ORDER, payment(2000n), { revision: 1, op: "update", postingId }), NOON);
    expect((await books()).open).toMatchObject([{ operationId, ledgerId: "77" }]);
  });

  test("adopting the same document twice is adopting it once", async () => {
    const { postings } = shop.repositories;
    const first = await postings.adopt(found("77"), NOON);
    expect(await postings.adopt(found("77"), NOON)).toEqual(first);
    expect(await counts()).toEqual([1, 1]);
  });

  test("a part that has a live document takes no other one", async () => {
    const { postings } = shop.repositories;
    await postPayment();
    await expect(postings.adopt(found("77", 1), NOON)).rejects.toThrow(/in the books already/);
    expect((await books()).posted).toMatchObject([{ ledgerId: "501" }]);
  });

  test("a document of one order is not adopted by another", async () => {
    const { postings } = shop.repositories;
    await postings.adopt(found("77"), NOON);
    await expect(postings.adopt({ ...found("77"), orderId: "gid://shopify/Order/2" }, NOON)).rejects.toThrow(/belongs to posting/);
  });

  test("an intent that never left gives way, one that may be in the books does not", async () => {
    const { postings } = shop.repositories;
    const { operationId } = await postings.intend(intentFor(ORDER, payment(1990n)), NOON);
    await postings.markSent(operationId, NOON);
    await expect(postings.adopt(found("77", 1), NOON)).rejects.toThrow(/look it up first/);
    await postings.release(operationId);
    await postings.adopt(found("77", 1), NOON);
    expect((await books()).posted).toMatchObject([{ ledgerId: "77", revision: 1 }]);
  });

  test("the place of a refused create and of an undone document is free", async () => {
    const { postings } = shop.repositories;
    const { operationId } = await postings.intend(intentFor(ORDER, payment(1990n)), NOON);
    await postings.markRejected(operationId, { kind: "rejected", code: "620" }, NOON);
    const { postingId } = await postings.adopt(found("77", 1), NOON);
    await postings.markUndone(postingId, NOON);
    await postings.adopt(found("78", 2), NOON);
    expect(await books()).toMatchObject({ undone: [], posted: [{ ledgerId: "78", revision: 2 }] });
  });
});
