/** Books stage: what the plan must know of the company, for a whole batch of orders in as few reads as possible. Writes nothing to the ledger. */
import { Temporal } from "temporal-polyfill";
import { type BookItem, type Books, type CompanyFacts, ITEM_TYPES, type ItemKey } from "#app/domain/books/books.ts";
import { accountNamed, chooseAccounts } from "#app/domain/books/choose-accounts.ts";
import { foreignReceivable, homeAccounts, isForeign } from "#app/domain/books/in-currency.ts";
import { accountItemName, itemName, namedItemKey, productItemKey, ROLE_ITEMS } from "#app/domain/books/item-key.ts";
import { offStockItemKey } from "#app/domain/books/off-stock-item.ts";
import { asDecided } from "#app/domain/decision/as-decided.ts";
import { bySettings, fallbackOf } from "#app/domain/decision/by-settings.ts";
import type { Order } from "#app/domain/order/order.ts";
import { type Result, success } from "#app/domain/result.ts";
import { type CompiledRules, evaluateRules } from "#app/domain/rules/evaluate.ts";
import { type NamedByRules, namedByRules } from "#app/domain/rules/named-by-rules.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { shopDate } from "#app/domain/time/shop-date.ts";
import type { DrainContext } from "../context.ts";
import type { Fault } from "../ports/fault.ts";
import type { Ledger, LedgerItem } from "../ports/ledger.ts";
import type { Binding, ShopFacts, ShopRepositories } from "../ports/repositories.ts";
import { purchaseDetails, purchaseIn } from "./item-purchase.ts";
import { bundleDetails, bundleIn, type Bundles, heldItems, readBundles } from "./read-bundles.ts";
import { linesToBuy, readVendors } from "./read-vendors.ts";

/** Preferences and accounts are read once a day; reads are metered (05 §0.6). */
const COMPANY_FACTS_LAST = Temporal.Duration.from({ hours: 24 });

/** For an order that somebody asks about, or that waits for something to be changed in QuickBooks, an older answer may be the old state. */
const FACTS_LAST_WHEN_WAITED_FOR = Temporal.Duration.from({ minutes: 1 });

/** What of the context is asked for. */
export type BooksContext = Pick<DrainContext, "clock"> & {
  repositories: { shop: Pick<ShopFacts, "timeZone">; connection: Pick<ShopRepositories["connection"], "facts" | "saveCompany">; bindings: Pick<ShopRepositories["bindings"], "load" | "bind"> };
  ledger: Pick<Ledger, "readCompany" | "findItems" | "findVendors">;
};

/** `waitedFor`: a person asked, or an order of the batch was tried before. */
export async function readBooks(context: BooksContext, orders: readonly Order[], settings: Settings, { waitedFor, rules }: { waitedFor: boolean; rules: CompiledRules }): Promise<Result<Books, Fault>> {
  const named = namedByRules(rules);
  const { options } = settings;
  const company = await companyFacts(context, orders, { waitedFor, paymentMethods: named.paymentMethods || Object.keys(options.paymentMethods).length > 0 });
  if (!company.ok) return company;
  const { timeZone } = context.repositories.shop;
  const today = shopDate(context.clock.now(), timeZone);
  const ruled = orders.map((order) => ({ order, said: evaluateRules({ rules, order, timeZone, today, follows: true }) }));
  const asked = (knowsItem?: (key: ItemKey) => boolean): Order[] => ruled.map(({ order, said }) => asDecided(order, bySettings({ order, options, timeZone, knowsItem }, said)));
  const [asKnown, asUnknown] = [asked(), fallbackOf(options) === null ? [] : asked(() => false)];
  const all = [...orders, ...asKnown];
  const boughtItems = new Set(linesToBuy([...asKnown, ...asUnknown], settings).map(productItemKey));
  const items = await readItems(context, wantedItems(all, settings, named), { askedAnew: new Set([...offStockItems(all, settings), ...boughtItems]), boughtItems, company: company.value, settings });
  if (!items.ok) return items;
  const vendors = await readVendors(context, linesToBuy(asUnknown.length === 0 ? asKnown : asked((key) => items.value.has(key)), settings), items.value);
  if (!vendors.ok) return vendors;
  return success({
    company: company.value,
    accounts: chooseAccounts(homeAccounts(company.value)),
    depositAccount: (name) => accountNamed(company.value.accounts, name),
    items: items.value,
    chosenTaxCodes: settings.options.taxCodes,
    offStockItems: settings.options.offStockItems,
    vendors: vendors.value,
  });
}

/** QuickBooks makes the receivable account of a currency with the first document in it: until it is known, what is stored of the company is taken for old. */
async function companyFacts(
  { repositories, ledger, clock }: BooksContext, orders: readonly Order[], { waitedFor, paymentMethods }: { waitedFor: boolean; paymentMethods: boolean },
): Promise<Result<CompanyFacts, Fault>> {
  const stored = await repositories.connection.facts();
  const now = clock.now();
  const incomplete = stored && orders.some(({ currency }) => isForeign(currency, stored.company) && !foreignReceivable(stored.company, currency));
  const lasting = waitedFor || incomplete ? FACTS_LAST_WHEN_WAITED_FOR : COMPANY_FACTS_LAST;
  // What was stored before it was asked for says nothing of it.
  const isWhole = stored?.company.tracking !== undefined && (!paymentMethods || stored.company.paymentMethods !== undefined);
  if (stored && isWhole && Temporal.Instant.compare(stored.readAt.add(lasting), now) > 0) return success(stored.company);
  const read = await ledger.readCompany({ paymentMethods });
  if (read.ok) await repositories.connection.saveCompany(read.value, now);
  return read;
}

/** Item key → the title people know it by. */
function wantedItems(orders: readonly Order[], settings: Settings, named: NamedByRules): Map<ItemKey, string> {
  const wanted = new Map<ItemKey, string>(named.items);
  for (const order of orders) {
    for (const line of order.lines) if (!line.giftCard) wanted.set(productItemKey(line), line.bookAs?.item ?? line.title);
    for (const name of [order.bookAs?.shippingItem, order.bookAs?.discountItem]) if (name !== undefined) wanted.set(namedItemKey(name), name);
  }
  const fallback = fallbackOf(settings.options);
  if (fallback !== null) wanted.set(namedItemKey(fallback), fallback);
  for (const [role, item] of Object.entries(ROLE_ITEMS)) wanted.set(`role:${role}`, item.name);
  if (offStockItems(orders, settings).size > 0) for (const name of Object.values(settings.options.offStockItems)) wanted.set(offStockItemKey(name), name);
  return wanted;
}

/** Items of goods that did not come back on the shelf, and what may stand in for them: whether one counts stock may have changed since it was bound, so they are read again. */
function offStockItems(orders: readonly Order[], { options }: Settings): Set<ItemKey> {
  const keys = orders.flatMap(({ lines, changes }) => {
    const away = new Set(changes.flatMap(({ sales }) => sales.filter(({ offStock }) => offStock).map(({ lineId }) => lineId)));
    return lines.filter(({ id, giftCard }) => away.has(id) && !giftCard).map(productItemKey);
  });
  return new Set(keys.length === 0 ? [] : [...keys, ...Object.values(options.offStockItems).map(offStockItemKey)]);
}

/** `boughtItems`: what vendors ship, so that an item which is still to be made can stand on their purchase order. */
type ItemTerms = { askedAnew: ReadonlySet<ItemKey>; boughtItems: ReadonlySet<ItemKey>; company: CompanyFacts; settings: Settings };

async function readItems(
  { repositories, ledger, clock }: BooksContext, wanted: Map<ItemKey, string>, { askedAnew, boughtItems, company, settings }: ItemTerms,
): Promise<Result<Map<ItemKey, BookItem>, Fault>> {
  const bound = await repositories.bindings.load("item", [...wanted.keys()]);
  // What a bundle holds, and at which prices, is asked anew whenever one is sold.
  const bundles = new Map([...bound].flatMap(([key, { ledgerId, details }]) => (ledgerId !== null && bundleIn(details) ? [[key, ledgerId] as const] : [])));
  const missing = [...wanted].filter(([key]) => !bound.has(key) || askedAnew.has(key) || bundles.has(key));
  const products = missing.filter(([key]) => !key.startsWith("role:"));
  const roles = missing.filter(([key]) => key.startsWith("role:"));
  let found: LedgerItem[] = [];
  // Role items alone are no reason for a metered read: they are looked up when one of them is first needed.
  if (products.length > 0) {
    const answer = await ledger.findItems({
      // An item that a rule names is that one, whoever has it as SKU.
      skus: products.flatMap(([key]) => (key.startsWith("sku:") ? [key.slice("sku:".length)] : [])),
      names: [...products, ...roles].map(([key, title]) => (key.startsWith("account:") ? accountItemName(key.slice("account:".length)) : itemName(key, title))),
      ids: [...bundles.values()],
    });
    if (!answer.ok) return answer;
    found = answer.value;
  }
  const components = await readBundles(ledger, found);
  if (!components.ok) return components;
  const items = new Map<ItemKey, BookItem>();
  for (const [key, title] of wanted) {
    const binding = bound.get(key);
    const isBundle = bundles.has(key);
    const same = binding && (isBundle || askedAnew.has(key)) ? (found.find(({ id }) => id === binding.ledgerId) ?? null) : null;
    // A bundle that is not in use any more may have been put together anew as another item.
    const match = same ?? (binding && !isBundle ? null : matchItem(found, key, title));
    if (match) await repositories.bindings.bind("item", itemBinding(key, match, components.value), clock.now());
    const item = match ? ledgerItem(key, match, components.value) : binding ? { ...boundItem(key, binding), ...(isBundle && { isGone: true as const }) } : newItem(key, title, company, settings, boughtItems.has(key));
    if (!item) continue;
    items.set(key, item);
    for (const held of heldItems(item)) items.set(held.key, held);
  }
  return success(items);
}

/** The mapping chain of design page 03 as far as QuickBooks' own data goes: SKU, then item name. An item of a name comes before a bundle of it, and what is no product is never a bundle. */
export function matchItem(all: readonly LedgerItem[], key: ItemKey, title: string): LedgerItem | null {
  const isProduct = !key.startsWith("role:") && !key.startsWith("account:");
  const found = [...all.filter(({ members }) => !members), ...(isProduct ? all.filter(({ members }) => members) : [])];
  if (key.startsWith("account:")) return found.find((item) => item.name.toLowerCase() === accountItemName(key.slice("account:".length)).toLowerCase()) ?? null;
  const same = (a: string | null, b: string): boolean => a !== null && a.trim().toLowerCase() === b.trim().toLowerCase();
  const sku = key.startsWith("sku:") ? key.slice("sku:".length) : null;
  const bySku = sku === null ? undefined : found.find((item) => same(item.sku, sku));
  return bySku ?? found.find((item) => same(item.name, itemName(key, title))) ?? null;
}

export const itemBinding = (key: ItemKey, item: LedgerItem, bundles: Bundles = new Map()): Binding & { ledgerId: string } => ({
  localKey: key, ledgerId: item.id, name: item.name, details: { incomeAccountId: item.incomeAccount.id, incomeAccountName: item.incomeAccount.name, ...(item.type ? { type: item.type } : {}), ...purchaseDetails(item.purchase), ...bundleDetails(bundles.get(item.id)) },
});

const ledgerItem = (key: ItemKey, item: LedgerItem, bundles: Bundles): BookItem => ({ key, id: item.id, name: item.name, incomeAccount: item.incomeAccount, type: item.type, purchase: item.purchase, components: bundles.get(item.id) });

export function boundItem(key: ItemKey, { ledgerId, name, details }: Binding): BookItem {
  const { incomeAccountId: id, incomeAccountName: accountName, type } = details;
  const incomeAccount = { id: typeof id === "string" ? id : "", name: typeof accountName === "string" ? accountName : "" };
  return { key, id: ledgerId, name: name ?? key, incomeAccount, type: ITEM_TYPES.find((each) => each === type), purchase: purchaseIn(details), components: bundleIn(details) };
}

/** `isBought`: it is to have purchasing information, as far as the company has an account for it. */
export function newItem(key: ItemKey, title: string, company: CompanyFacts, settings: Settings, isBought = false): BookItem | null {
  if (key.startsWith("named:")) return null;
  if (key.startsWith("account:")) return onAccount(key, company);
  const accounts = chooseAccounts(homeAccounts(company));
  const role = Object.entries(ROLE_ITEMS).find(([name]) => key === `role:${name}`)?.[1];
  if (!role && settings.options.unknownItems !== "create") return null;
  const incomeAccount = role ? accounts[role.account] : accounts.income;
  const purchase = isBought ? { purchase: { cost: null, vendorId: null, account: accounts.cost_of_goods ?? null } } : {};
  return incomeAccount ? { key, id: null, name: itemName(key, title), incomeAccount, ...purchase } : null;
}

/** The item that books on an account for a rule; null where the company has no such account. */
function onAccount(key: ItemKey, { accounts }: CompanyFacts): BookItem | null {
  const name = key.slice("account:".length);
  const account = accountNamed(accounts, name);
  return account ? { key, id: null, name: accountItemName(name), incomeAccount: { id: account.id, name: account.name } } : null;
}
