/** Opens back-tests of a shop's latest orders from what is stored, and keeps them for a while; calls neither Shopify nor the ledger. Decides nothing. */
import { Temporal } from "temporal-polyfill";
import { createConfiguration } from "#app/database/repositories/configuration.ts";
import { createShopRepositories } from "#app/database/repositories/shop-repositories.ts";
import { orderChangedSince } from "#app/database/rules/order-changed-since.ts";
import { readLatestSnapshots } from "#app/database/rules/read-latest-snapshots.ts";
import { createBackTest } from "#app/domain/back-test/back-test.ts";
import type { BookItem, Books, CompanyFacts, ItemKey, Vendors } from "#app/domain/books/books.ts";
import { unruledItemKey } from "#app/domain/decision/by-settings.ts";
import type { Order } from "#app/domain/order/order.ts";
import { success } from "#app/domain/result.ts";
import { compileRules } from "#app/domain/rules/compile-rules.ts";
import type { KnownNames } from "#app/domain/rules/lint/dangling.ts";
import { namesOfCompany } from "#app/domain/rules/lint/known-names.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { shopDate } from "#app/domain/time/shop-date.ts";
import type { Instant, ShopFacts } from "#app/pipeline/ports/repositories.ts";
import type { RuleDesk, ShopBackTest } from "#app/pipeline/ports/rule-desk.ts";
import { newItem, readBooks } from "#app/pipeline/stages/books.ts";
import { normaliseOrder } from "#app/shopify/orders/normalise/order.ts";
import type { PreviewParts } from "./previews.ts";

const ORDERS = 500;
/** Orders that came in meanwhile are seen then, one that somebody names as soon as it is named; published rules and settings at once. */
const KEPT = Temporal.Duration.from({ minutes: 5 });
/** Versions are asked for at most this often, so that a person who types does not ask the database. */
const VERSIONS_KEPT = Temporal.Duration.from({ seconds: 5 });
/** Of this many shops at a time: each holds its orders in memory. */
const MOST_SHOPS = 20;

type Parts = Pick<PreviewParts, "prisma" | "secretBox" | "clock" | "directory">;
type Kept = { versions: string; openedAt: Instant; checkedAt: Instant; opened: Promise<ShopBackTest> };

export function createBackTests(parts: Parts): (shop: ShopFacts) => Pick<RuleDesk, "backTest"> {
  const kept = new Map<string, Kept>();
  return (shop) => ({
    async backTest(order = "") {
      const now = parts.clock.now();
      const known = kept.get(shop.id);
      const isBehind = known !== undefined && (await orderChangedSince({ prisma: parts.prisma, shopId: shop.id }, order, known.openedAt));
      const before = isBehind ? undefined : known;
      if (before && isYoung(before.checkedAt, VERSIONS_KEPT, now)) return before.opened;
      const configuration = createConfiguration({ prisma: parts.prisma, shopId: shop.id });
      const [settings, rules, connectionId] = await Promise.all([configuration.settings(), configuration.rules(), parts.directory.activeConnection(shop.id)]);
      const versions = `${settings.version}/${rules.version}/${connectionId}`;
      if (before?.versions === versions && isYoung(before.openedAt, KEPT, now)) {
        kept.set(shop.id, { ...before, checkedAt: now });
        return before.opened;
      }
      const opened = open(parts, shop, { settings: settings.value, published: rules.value, connectionId });
      kept.delete(shop.id);
      kept.set(shop.id, { versions, openedAt: now, checkedAt: now, opened });
      const [oldest] = kept.keys();
      if (kept.size > MOST_SHOPS && oldest !== undefined) kept.delete(oldest);
      // What failed is tried anew with the next question.
      opened.catch(() => kept.delete(shop.id));
      return opened;
    },
  });
}

const isYoung = (since: Instant, lasting: Temporal.Duration, now: Instant): boolean => Temporal.Instant.compare(since.add(lasting), now) > 0;

type Terms = { settings: Settings; published: Parameters<typeof createBackTest>[0]["published"]; connectionId: string | null };

async function open(parts: Parts, shop: ShopFacts, { settings, published, connectionId }: Terms): Promise<ShopBackTest> {
  const snapshots = await readLatestSnapshots({ prisma: parts.prisma, shopId: shop.id }, ORDERS);
  const orders = snapshots.flatMap(({ body }) => {
    const order = normaliseOrder(body);
    return order.ok ? [order.value] : [];
  });
  const books = connectionId === null ? null : await storedBooks(parts, shop, connectionId, orders, { settings, published, connectionId });
  const backTest = createBackTest({ shop, settings, books, orders, published, today: shopDate(parts.clock.now(), shop.timeZone),
    itemType: (line) => books?.items.get(unruledItemKey(line, settings.options))?.type ?? null, knowsItem: (key) => books === null || books.items.get(key) !== undefined });
  return { backTest, names: books === null ? {} : namesOf(books), incomeAccounts: new Set(books === null ? [] : books.company.accounts.filter(({ type }) => /income/i.test(type)).map(({ name }) => name)) };
}

/** As a sync would see them, from what is stored of the company; null while nothing is. */
async function storedBooks({ prisma, secretBox, clock }: Parts, shop: ShopFacts, connectionId: string, orders: readonly Order[], { settings, published }: Terms): Promise<Books | null> {
  const { connection, bindings } = await createShopRepositories({ prisma, shopId: shop.id, connectionId, secretBox });
  const facts = await connection.facts();
  if (facts === null) return null;
  const company: CompanyFacts = facts.company;
  const books = await readBooks({
    clock,
    repositories: { shop, connection: { facts: () => Promise.resolve({ ...facts, readAt: clock.now() }), saveCompany: () => Promise.resolve() }, bindings: { load: (type, keys) => bindings.load(type, keys), bind: () => Promise.resolve() } },
    ledger: { readCompany: () => Promise.resolve(success(company)), findItems: () => Promise.resolve(success([])), findVendors: () => Promise.resolve(success([])) },
  }, orders, settings, { waitedFor: false, rules: compileRules(published) });
  return books.ok ? { ...books.value, items: withUnseen(books.value, settings), vendors: ANY_VENDOR } : null;
}

/** Vendors are not stored, and drafts name new ones: each is taken to be there. */
const ANY_VENDOR: Vendors = { named: (name) => ({ id: name.trim().toLowerCase(), name, currency: null }), withId: (id) => ({ id, name: id, currency: null }) };

/** Drafts name items that no order had yet. What is not stored of them is taken to be in QuickBooks as a sync would make it: looking would cost a metered read with every key that somebody presses. */
function withUnseen({ items, company, accounts }: Books, settings: Settings): Books["items"] {
  // Nothing was looked up, so no bundle is known to be gone.
  const known = new Map([...items].map(([key, item]) => [key, item.isGone ? { ...item, isGone: undefined } : item]));
  const named = (key: ItemKey): BookItem | undefined => accounts.income && { key, id: null, name: key.slice("named:".length), incomeAccount: accounts.income };
  const get = (key: ItemKey): BookItem | undefined => {
    const item = known.get(key) ?? (key.startsWith("named:") ? named(key) : (newItem(key, key.slice(key.indexOf(":") + 1), company, settings) ?? undefined));
    if (item) known.set(key, item);
    return item;
  };
  return Object.assign(new Map(known), { get });
}

const namesOf = ({ company }: Books): KnownNames => namesOfCompany(company);
