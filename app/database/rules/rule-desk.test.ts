import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Rule } from "#app/domain/rules/rule.ts";
import type { RuleDesk } from "#app/pipeline/ports/rule-desk.ts";
import { gid, inState, NOON, record } from "../desk/testing/recorded-order.ts";
import { createConfiguration } from "../repositories/configuration.ts";
import { echoOf, intentFor, payment } from "../repositories/testing/payment.ts";
import { createTenant, type Tenant } from "../repositories/testing/tenant.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { createRuleDesk } from "./rule-desk.ts";

let database: TestDatabase;
let tenant: Tenant;
let desk: Omit<RuleDesk, "backTest" | "askNames">;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => {
  tenant = await createTenant(database.prisma);
  desk = createRuleDesk({ prisma: database.prisma, shopId: tenant.shopId }, () => NOON);
});

const rule = (title: string): Rule => ({ title, enabled: true, when: { all: [{ field: "order.tags", op: "equals", value: title }] }, then: [{ action: "stop_creating_invoices" }] });
const published = () => createConfiguration({ prisma: database.prisma, shopId: tenant.shopId }).rules();
const publish = (rules: Rule[]) => createConfiguration({ prisma: database.prisma, shopId: tenant.shopId }).publishRules(rules, NOON);

describe("a draft", () => {
  test("begins with the published rules, and changes nothing until it is published", async () => {
    await publish([rule("a")]);
    expect(await desk.draft()).toEqual({ rules: [rule("a")], basedOn: 1, revision: 0, savedAt: null });
    expect(await desk.saveDraft([rule("b")], 0, "7")).toBe(1);
    expect(await desk.draft()).toMatchObject({ rules: [rule("b")], basedOn: 1, revision: 1 });
    expect(await published()).toEqual({ value: [rule("a")], version: 1 });
  });

  test("is not overwritten by somebody who saw an older one", async () => {
    expect(await desk.saveDraft([rule("a")], 0, null)).toBe(1);
    expect(await desk.saveDraft([rule("b")], 0, null)).toBeNull();
    expect(await desk.saveDraft([rule("c")], 1, null)).toBe(2);
    expect(await desk.discardDraft(1)).toBe(false);
    expect(await desk.publishDraft(1, { unsentToo: false, by: null })).toBeNull();
    expect((await desk.draft()).rules).toEqual([rule("c")]);
    expect(await desk.discardDraft(2)).toBe(true);
    expect(await desk.draft()).toMatchObject({ rules: [], revision: 0 });
  });

  test("that could not be read again is not kept", async () => {
    await expect(desk.saveDraft([{ ...rule("a"), then: [{ action: "no_such_action" }] }], 0, null)).rejects.toThrow(/no_such_action/);
    expect((await desk.draft()).revision).toBe(0);
  });
});

describe("publishing", () => {
  test("keeps every version, with who and what was chosen, and a way back", async () => {
    await publish([rule("a")]);
    await desk.saveDraft([rule("a"), rule("b")], 0, "7");
    expect(await desk.publishDraft(1, { unsentToo: true, by: "7" })).toBe(2);
    expect(await published()).toEqual({ value: [rule("a"), rule("b")], version: 2 });
    expect(await desk.versions()).toMatchObject([{ version: 2, publishedBy: "7", unsentToo: true, ruleCount: 2 }, { version: 1, publishedBy: null, unsentToo: null, ruleCount: 1 }]);
    const before = await desk.version(1);
    expect(before).toEqual([rule("a")]);
    await desk.saveDraft(before ?? [], 0, "7");
    expect(await desk.publishDraft(1, { unsentToo: false, by: "7" })).toBe(3);
    expect((await published()).value).toEqual([rule("a")]);
    expect(await desk.version(9)).toBeNull();
  });

  test.each([[false, []], [true, [gid(1), gid(2), gid(3)]]])("with unsent orders (%s) looks at %j again, never at what was posted", async (unsentToo, expected) => {
    await record(tenant, 1, inState("attention"));
    await record(tenant, 2, inState("held"));
    await record(tenant, 3, inState("skipped"));
    await record(tenant, 4, inState("posted"));
    await record(tenant, 5, inState("attention"));
    const { operationId } = await tenant.repositories.postings.intend(intentFor(gid(5), payment(1n)), NOON);
    await tenant.repositories.postings.settle(operationId, echoOf(payment(1n)), {}, NOON);
    await desk.saveDraft([rule("a")], 0, null);
    await desk.publishDraft(1, { unsentToo, by: null });
    expect((await tenant.repositories.due.take(NOON, 100)).map(({ orderId }) => orderId)).toEqual(expected);
  });
});

test("hits are counted by title in the decisions of the last thirty days", async () => {
  const decision = (...outcomes: [string, string][]) => ({ decision: { trace: outcomes.map(([title, outcome]) => ({ title, outcome })) } });
  await record(tenant, 1, decision(["a", "matched"], ["b", "not_matched"]));
  await record(tenant, 2, decision(["a", "matched"], ["b", "matched"]));
  await record(tenant, 3, { decision: null });
  await record(tenant, 4, decision(["a", "matched"]));
  await database.prisma.order.updateMany({ where: { shopId: tenant.shopId, orderGid: gid(4) }, data: { lastSyncedAt: new Date(NOON.subtract({ hours: 24 * 31 }).epochMilliseconds) } });
  const hits = await desk.hits();
  expect([...hits].map(([title, { count, last }]) => [title, count, last.toString()]).sort()).toEqual([["a", 2, NOON.toString()], ["b", 1, NOON.toString()]]);
});
