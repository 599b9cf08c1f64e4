/** The books as the plan sees them: accounts by role, items and what the company allows. Read by a ledger adapter, never written here. */
import type { Temporal } from "temporal-polyfill";
import type { Money } from "../money/money.ts";

export type Account = { id: string; name: string };

/** A company account as listed by a ledger; `type` is the ledger's classification in its own words. `currency` is left out in companies of one currency. */
export type LedgerAccount = Account & { type: string; currency?: string | null; /** When the company was read; left out where the ledger does not say. */ balance?: Money | null };

/** `percent` as decimal text: `20`, `9.975`. */
export type TaxRate = { id: string; name: string; percent: string };

/** A tax code of a company outside the US: what a line names in place of its rates. Without rates nothing is reported to an agency. */
export type TaxCode = { id: string; name: string; rates: TaxRate[] };

/** A field of the company's own on its sales forms; `id` is what a form names it by. */
export type CustomFieldDefinition = { id: string; name: string };

export const ACCOUNT_ROLES = [
  "receivable", "income", "shipping", "discounts", "sales_tax", "tips", "gift_cards", "duties_and_fees", "cash_rounding", "marketplace_tax", "refund_discrepancy", "payable", "cost_of_goods",
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/**
 * `sku:TEE-RED`, `title:Gift wrap`, `role:shipping`, or what a rule says (`named:Consulting`, `account:Sales of Services`): how an order's line asks for an item.
 * `id:55`: what a bundle holds, by its id in the ledger.
 */
export type ItemKey = `sku:${string}` | `title:${string}` | `role:${string}` | `named:${string}` | `account:${string}` | `id:${string}`;

/** `customer:gid…`, `email:…`, or `order:gid…`. */
export type CustomerKey = string;

/** What an item is in the books; `other` for what cannot stand on a sales line by itself. */
export const ITEM_TYPES = ["inventory", "non_inventory", "service", "bundle", "other"] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export type BookItem = {
  key: ItemKey;
  /** Null while the item is still to be created. */
  id: string | null;
  name: string;
  /** Of a bundle, which has none of its own: with an empty id. */
  incomeAccount: Account;
  /** Left out where it is not known. */
  type?: ItemType | undefined;
  /** Asked only of what vendors ship. */
  purchase?: ItemPurchase | undefined;
  /** What is asked for one unit of it in the ledger; left out where nothing is. */
  price?: ItemPrice | undefined;
  /** A bundle's. */
  components?: readonly BundleComponent[] | undefined;
  /** A bundle that is not in use any more. Nothing that names it would be refused: it stands on no document. */
  isGone?: true | undefined;
};

/** `amount` as decimal text in the company's currency; it may be finer than a cent. `withTax`: it holds the tax. */
export type ItemPrice = { amount: string; withTax: boolean };

/** What one bundle holds of an item. `quantity` as decimal text. `item`: null where it is not in use any more, or cannot be sold. */
export type BundleComponent = { id: string; name: string; quantity: string; item: BookItem | null };

/** How the company buys an item. `cost`: of one unit, as decimal text in the company's currency; null where none is set. `account`: where a bill posts; null for what is only sold. */
export type ItemPurchase = { cost: string | null; vendorId: string | null; account: Account | null };

/** `currency`: null in companies of one currency. */
export type Vendor = { id: string; name: string; currency: string | null };

/** Vendors as they are asked for: by what a rule or a product calls them, or as an item prefers them. */
export type Vendors = { named: (name: string) => Vendor | undefined; withId: (id: string) => Vendor | undefined };

type Named = { id: string; name: string };

/** What the company tracks on its documents beside accounts. Null: it does not, and nothing of it may be sent. */
export type Tracking = {
  classes: Named[] | null;
  /** Whether classes go on lines, on documents, or both. */
  classesOn: { documents: boolean; lines: boolean };
  departments: Named[] | null;
  shipping: boolean;
};

/** What the company is and allows; read when connecting, then daily. */
export type CompanyFacts = {
  name: string;
  country: string;
  homeCurrency: string;
  multiCurrency: boolean;
  estimatesAllowed: boolean;
  /** Left out where the company does not say. */
  purchaseOrdersAllowed?: boolean | undefined;
  discountsAllowed: boolean;
  /** True: we number documents. False: the company does, and a number must not be sent. */
  customNumbers: boolean;
  salesTaxUsed: boolean;
  /** Payment terms in use. */
  terms: { id: string; name: string }[];
  customFields: CustomFieldDefinition[];
  /** Active codes for sales; none in a US company, which taxes the document and not the line. */
  taxCodes: TaxCode[];
  /** Left out by what was stored of the company before it was asked for. */
  tracking?: Tracking | undefined;
  /** Read only where rules use them. */
  paymentMethods?: Named[] | undefined;
  autoApplyCredit: boolean;
  autoApplyPayments: boolean;
  /** The books are closed up to and including this day. */
  closedThrough: Temporal.PlainDate | null;
  accounts: LedgerAccount[];
};

export type Books = {
  company: CompanyFacts;
  accounts: Partial<Record<AccountRole, Account>>;
  /** Deposit accounts by name, as settings name them. */
  depositAccount: (name: string) => Account | undefined;
  items: ReadonlyMap<ItemKey, BookItem>;
  /** The merchant's choice of a tax code by its name, by the key of a set of taxes. */
  chosenTaxCodes: Readonly<Record<string, string>>;
  /** The merchant's choice of an item without stock, by the name of the income account that it books on. */
  offStockItems: Readonly<Record<string, string>>;
  /** Those that the orders at hand may buy from; read only where there is something to buy. */
  vendors?: Vendors | undefined;
};
