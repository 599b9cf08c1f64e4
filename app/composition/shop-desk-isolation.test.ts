/** Law 7 for the desk, method by method: a desk of one shop neither shows nor changes another shop's rows, even when told its ids. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gid, inState, itemMissing, NOON, record, recordedOrder } from "#app/database/desk/testing/recorded-order.ts";
import { createConfiguration } from "#app/database/repositories/configuration.ts";
import { echoOf, intentFor, payment } from "#app/database/repositories/testing/payment.ts";
import { createTenant, type Tenant } from "#app/database/repositories/testing/tenant.ts";
import { createRuleDesk } from "#app/database/rules/rule-desk.ts";
import { createRunDesk } from "#app/database/runs/run-desk.ts";
import { createRunFinding } from "#app/database/runs/run-finding.ts";
import { saveWish } from "#app/database/repositories/wishes.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { DEFAULT_SETTINGS } from "#app/domain/settings/settings.ts";
import type { RuleDesk } from "#app/pipeline/ports/rule-desk.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import { deskOf, type Witness } from "./testing/desk-of.ts";

const TABLES = ["connections", "settings", "rule_sets", "rule_drafts", "due_orders", "orders", "postings", "operations", "timeline_entries", "issues", "issue_orders", "order_wishes", "runs", "run_orders"] as const;

let database: TestDatabase;
let theirs: Tenant;
let desk: ShopDesk;
let witness: Witness;

let theirRun: string;
const ASK = { selection: { kind: "range" as const, from: "2026-11-01", to: "2026-11-02" }, statuses: null, anyway: false };

beforeAll(async () => {
  database = await testDatabase();
  theirs = await createTenant(database.prisma);
  const { repositories, shopId } = theirs;
  await record(theirs, 1, { ...inState("attention"), decision: { trace: [{ title: "their rule", outcome: "matched" }] } }, [itemMissing("TEE")]);
  await repositories.bindings.bind("item", { localKey: "sku:TEE", ledgerId: "11", name: "Their tee", details: {} }, NOON);
  await repositories.orders.record(recordedOrder(2), [{ at: NOON, kind: "document_create", data: {} }], [], NOON, NOON);
  await saveWish(database.prisma, shopId, { orderId: gid(1), kind: "leave_out", found: null, asItIs: false, askedBy: "1" }, NOON);
  await repositories.due.mark([gid(1)], "webhook", NOON);
  const { operationId } = await repositories.postings.intend(intentFor(gid(1), payment(1n)), NOON);
  await repositories.postings.settle(operationId, echoOf(payment(1n)), {}, NOON);
  const configuration = createConfiguration({ prisma: database.prisma, shopId });
  await configuration.saveSettings(DEFAULT_SETTINGS, NOON);
  for (const _ of ["1", "2", "3", "4", "5"]) await configuration.publishRules([], NOON);
  await createRuleDesk({ prisma: database.prisma, shopId }, () => NOON).saveDraft([], 0, null);
  await database.prisma.ruleSet.updateMany({ where: { shopId }, data: { publishedBy: "theirs" } });
  const runs = { prisma: database.prisma, shopId };
  theirRun = await createRunDesk(runs).start(ASK, "their key", "1", NOON);
  await createRunFinding(runs).keep(theirRun, [{ orderId: gid(1), name: "#1", placedAt: NOON }], "more", NOON);
  ({ desk, witness } = await deskOf(database, await createTenant(database.prisma)));
});
afterAll(() => database.drop());

async function theirRows(): Promise<unknown[]> {
  return Promise.all(TABLES.map((table) => database.prisma.$queryRawUnsafe(`SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE shop_id = $1 ORDER BY 1`, theirs.shopId)));
}

/** One attempt per method; a method without one does not compile. */
const ATTEMPTS = {
  today: async () => { expect(desk.today().toString()).toBe("2026-11-23"); },
  home: async () => { expect(await desk.home()).toMatchObject({ due: 0, issues: [], counts: { posted: 0, attention: 0 }, proof: { matching: 0 } }); },
  countDue: async () => { expect(await desk.countDue()).toBe(0); },
  orders: async () => { expect((await desk.orders({ state: null, search: "1", cursor: null })).rows).toEqual([]); },
  order: async () => { expect(await desk.order(gid(1))).toBeNull(); },
  isDue: async () => { expect(await desk.isDue(gid(1))).toBe(false); },
  settings: async () => { expect((await desk.settings()).version).toBe(0); },
  rules: async () => { expect((await desk.rules()).version).toBe(0); },
  connection: async () => { expect((await desk.connection())?.status).toBe("active"); },
  saveSettings: () => desk.saveSettings(DEFAULT_SETTINGS),
  taxes: async () => { expect(await desk.taxes()).toEqual({ codes: [], sets: [] }); },
  bookNames: async () => { expect(await desk.bookNames()).toEqual({ names: { item: [] }, off: { classes: false, locations: false }, waitingSkus: [] }); },
  publishRules: () => desk.publishRules([]),
  completeSetUp: () => desk.completeSetUp(DEFAULT_SETTINGS, []),
  resync: () => desk.resync([gid(1), gid(2)]),
  resyncOne: () => desk.resyncOne(gid(1), "9"),
  remove: () => desk.remove(gid(1), "9"),
  leaveOut: () => desk.leaveOut(gid(1), "9"),
  link: () => desk.link(gid(1), { kind: "payment", part: "txn-1", ledgerId: "501", differs: false }, true, "9"),
  preview: async () => { expect((await desk.preview(ASK, null)).ok).toBe(false); },
  previewOrder: async () => { expect((await desk.previewOrder(gid(1))).ok).toBe(false); },
  // The same key as theirs, and their run's id.
  startRun: async () => { expect(await desk.startRun(ASK, "their key", "9")).not.toBe(theirRun); },
  cancelRun: async () => { expect(await desk.cancelRun(theirRun)).toBe(false); },
  runs: async () => { expect((await desk.runs(null)).rows.map(({ id }) => id)).not.toContain(theirRun); },
  run: async () => { expect(await desk.run(theirRun)).toBeNull(); },
  runOrders: async () => { expect((await desk.runOrders(theirRun, null)).rows).toEqual([]); },
  disconnect: async () => { await desk.disconnect(); },
} satisfies Record<Exclude<keyof ShopDesk, "shop" | "ruleDesk">, () => Promise<void>>;

/** The same for drafts and versions of rules. A back-test reads one shop (database/rules/read-latest-snapshots.test.ts), and names are asked of one shop's company (composition/asked-names.test.ts). */
const RULE_ATTEMPTS = {
  draft: async () => { expect(await desk.ruleDesk.draft()).toMatchObject({ revision: 0, rules: [] }); },
  saveDraft: async () => { expect(await desk.ruleDesk.saveDraft([], 1, "9")).toBeNull(); },
  discardDraft: async () => { expect(await desk.ruleDesk.discardDraft(1)).toBe(false); },
  publishDraft: async () => { expect(await desk.ruleDesk.publishDraft(1, { unsentToo: true, by: "9" })).toBeNull(); },
  versions: async () => { expect((await desk.ruleDesk.versions()).map(({ publishedBy }) => publishedBy)).not.toContain("theirs"); },
  version: async () => { expect(await desk.ruleDesk.version(5)).toBeNull(); },
  hits: async () => { expect([...(await desk.ruleDesk.hits())]).toEqual([]); },
} satisfies Record<Exclude<keyof RuleDesk, "backTest" | "askNames">, () => Promise<void>>;

describe("a shop's desk, told another shop's ids", () => {
  test.each(Object.entries({ ...ATTEMPTS, ...RULE_ATTEMPTS }))("%s neither shows nor changes the other shop's rows", async (_method, attempt) => {
    const before = await theirRows();
    expect(before.every((rows) => Array.isArray(rows) && rows.length > 0)).toBe(true);
    await attempt();
    expect(await theirRows()).toEqual(before);
    expect(witness.woken.map(({ connectionId }) => connectionId)).not.toContain(theirs.connectionId);
  });
});
