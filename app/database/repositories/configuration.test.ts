import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Rule } from "#app/domain/rules/rule.ts";
import { DEFAULT_SETTINGS, type Settings } from "#app/domain/settings/settings.ts";
import { type TestDatabase, testDatabase } from "../testing.ts";
import { createConfiguration, type EditableConfiguration } from "./configuration.ts";
import { instant } from "./testing/payment.ts";
import { createTenant, type Tenant } from "./testing/tenant.ts";

const NOON = instant("12:00:00");

let database: TestDatabase;
let shop: Tenant;
let configuration: EditableConfiguration;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.drop());
beforeEach(async () => {
  shop = await createTenant(database.prisma);
  configuration = createConfiguration({ prisma: database.prisma, shopId: shop.shopId });
});

const rule = (title: string): Rule => ({
  title, enabled: true, when: { all: [{ field: "order.tags", op: "is_one_of", value: ["wholesale"] }] }, then: [{ action: "stop_creating_invoices" }],
});

test("a shop that saved nothing has the defaults and no rules, version 0", async () => {
  expect(await configuration.settings()).toEqual({ value: DEFAULT_SETTINGS, version: 0 });
  expect(await configuration.rules()).toEqual({ value: [], version: 0 });
});

test("every save of settings is a new version", async () => {
  const changed: Settings = { ...DEFAULT_SETTINGS, mode: "invoices", statuses: ["paid"], options: { ...DEFAULT_SETTINGS.options, depositAccounts: { paypal: "PayPal" } } };
  expect(await configuration.saveSettings(DEFAULT_SETTINGS, NOON)).toBe(1);
  expect(await configuration.saveSettings(changed, NOON)).toBe(2);
  expect(await configuration.settings()).toEqual({ value: changed, version: 2 });
});

test("the newest published rules count, and drafts do not", async () => {
  expect(await configuration.publishRules([rule("one")], NOON)).toBe(1);
  expect(await configuration.publishRules([rule("one"), rule("two")], NOON)).toBe(2);
  await database.prisma.ruleSet.create({ data: { id: `draft-of-${shop.shopId}`, shopId: shop.shopId, version: 3, status: "draft", rules: [] } });
  expect(await configuration.rules()).toEqual({ value: [rule("one"), rule("two")], version: 2 });
  expect(await configuration.publishRules([], NOON)).toBe(4);
  expect(await configuration.rules()).toEqual({ value: [], version: 4 });
});

test("publishers and savers at the same time get a version each", async () => {
  const versions = await Promise.all(["a", "b", "c", "d"].map((title) => configuration.publishRules([rule(title)], NOON)));
  expect(versions.sort()).toEqual([1, 2, 3, 4]);
  const saved = await Promise.all([1, 2, 3].map(() => configuration.saveSettings(DEFAULT_SETTINGS, NOON)));
  expect(saved.sort()).toEqual([1, 2, 3]);
});

test("what does not fit is neither saved nor handed out", async () => {
  const bad = { ...rule("bad"), then: [{ action: "no_such_action" }] };
  await expect(configuration.publishRules([bad], NOON)).rejects.toThrow(/no_such_action|bad/);
  await expect(configuration.saveSettings({ ...DEFAULT_SETTINGS, options: { ...DEFAULT_SETTINGS.options, numberPrefix: "much too long" } }, NOON)).rejects.toThrow();
  expect(await configuration.settings()).toMatchObject({ version: 0 });

  await database.prisma.ruleSet.create({ data: { id: `bad-of-${shop.shopId}`, shopId: shop.shopId, version: 1, status: "published", rules: JSON.parse(JSON.stringify([bad])) } });
  await expect(configuration.rules()).rejects.toThrow(/stored rules, version 1/);
});
