/** Books of the design's default US chart (09) for tests and benchmarks. Never used by the app itself. */
import type { Account, BookItem, Books, BundleComponent, CompanyFacts, ItemKey, ItemPurchase, ItemType, LedgerAccount } from "./books.ts";
import { componentKey } from "./item-key.ts";
import { vendorsByName } from "./vendors-by-name.ts";
import { accountNamed, chooseAccounts } from "./choose-accounts.ts";
import { homeAccounts } from "./in-currency.ts";

const CHART: LedgerAccount[] = [
  { id: "1", name: "Checking", type: "Bank" },
  { id: "2", name: "Shopify Clearing", type: "Bank" },
  { id: "21", name: "Merchant Fees", type: "Expense" },
  { id: "22", name: "Chargebacks", type: "Expense" },
  { id: "3", name: "Accounts Receivable", type: "Accounts Receivable" },
  { id: "4", name: "Sales of Product Income", type: "Income" },
  { id: "5", name: "Shipping Income", type: "Income" },
  { id: "6", name: "Discounts Given", type: "Income" },
  { id: "7", name: "Sales Tax Payable", type: "Other Current Liability" },
  { id: "8", name: "Tips Payable", type: "Other Current Liability" },
  { id: "9", name: "Gift Card Liability", type: "Other Current Liability" },
  { id: "10", name: "Duties and Fees Income", type: "Income" },
  { id: "11", name: "Cash Rounding", type: "Income" },
  { id: "12", name: "Refund Discrepancy", type: "Income" },
  { id: "15", name: "Accounts Payable", type: "Accounts Payable" },
  { id: "16", name: "Cost of Goods Sold", type: "Cost of Goods Sold" },
];

export function sampleBooks(skus: readonly string[], company: Partial<CompanyFacts> = {}): Books {
  const facts: CompanyFacts = {
    name: "Sample Company", country: "US", homeCurrency: "USD", multiCurrency: false, estimatesAllowed: true, discountsAllowed: true, customNumbers: true,
    salesTaxUsed: true, terms: [{ id: "3", name: "Net 30" }], customFields: [], taxCodes: [], autoApplyCredit: false, autoApplyPayments: false, closedThrough: null, accounts: CHART, ...company,
  };
  const item = (key: ItemKey, id: string, name: string): [ItemKey, BookItem] => [key, { key, id, name, incomeAccount: { id: "4", name: "Sales of Product Income" } }];
  return {
    company: facts,
    accounts: chooseAccounts(homeAccounts(facts)),
    depositAccount: (name) => accountNamed(facts.accounts, name),
    chosenTaxCodes: {},
    offStockItems: {},
    items: new Map(skus.map((sku, index) => item(`sku:${sku}`, String(100 + index), sku))),
  };
}

/** The same with purchasing information: unit costs by SKU, and vendors by name, numbered from 41. */
export function withPurchases(books: Books, costs: Readonly<Record<string, string | null>>, vendors: readonly string[], preferred: Readonly<Record<string, string>> = {}): Books {
  const items = new Map(books.items);
  for (const [sku, cost] of Object.entries(costs)) {
    const item = items.get(`sku:${sku}`);
    if (item) items.set(item.key, { ...item, purchase: { cost, vendorId: preferred[sku] ?? null, account: { id: "16", name: "Cost of Goods Sold" } } });
  }
  return { ...books, items, vendors: vendorsByName(vendors.map((name, index) => ({ id: String(41 + index), name, currency: null }))) };
}

/** What one bundle holds of an item of its own, numbered from 201. `account`: else Sales of Product Income. */
export type SampleComponent = { name: string; quantity?: string; price?: string; withTax?: boolean; account?: Account; type?: ItemType; purchase?: ItemPurchase };

/** The same with the item of a SKU being a bundle. */
export function withBundle(books: Books, sku: string, components: readonly SampleComponent[]): Books {
  const key: ItemKey = `sku:${sku}`;
  const items = new Map(books.items);
  const held = components.map(({ name, quantity = "1", price, withTax = false, account = { id: "4", name: "Sales of Product Income" }, type = "non_inventory", purchase }, index): BundleComponent => {
    const id = String(201 + index);
    return { id, name, quantity, item: { key: componentKey(id), id, name, incomeAccount: account, type, purchase, price: price === undefined ? undefined : { amount: price, withTax } } };
  });
  items.set(key, { key, id: "200", name: sku, incomeAccount: { id: "", name: "" }, type: "bundle", components: held });
  for (const { item } of held) if (item) items.set(item.key, item);
  return { ...books, items };
}
