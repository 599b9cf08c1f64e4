/** Issues about what settings name and ask for; what rules name has rule-issues.ts. */
import type { Issue } from "./issue.ts";

/** `what`: in words, such as `class`. */
export const settingNameMissing = (what: string, name: string): Issue => ({
  code: "setting_names_missing",
  cause: `${what}:${name.trim().toLowerCase()}`,
  sentence: `Your settings use the ${what} "${name}", which QuickBooks does not have or has made inactive.`,
  remedy: `Create "${name}" in QuickBooks, make it active again, or choose another ${what} in Settings; the orders continue by themselves.`,
});

/** The merchant's mapping of a SKU. */
export const mappedItemMissing = (sku: string, name: string): Issue => ({
  code: "item_missing",
  cause: `mapping of ${sku.toLowerCase()} to ${name.toLowerCase()}`,
  sentence: `Your settings sell SKU "${sku}" as the item "${name}", which QuickBooks does not have or has made inactive.`,
  remedy: `Create the item "${name}" in QuickBooks, make it active again, or choose another item for SKU "${sku}" in Settings; the orders continue by themselves.`,
});

/** The item for products that QuickBooks does not know. */
export const fallbackItemMissing = (name: string): Issue => ({
  code: "item_missing",
  cause: `fallback ${name.toLowerCase()}`,
  sentence: `Your settings sell products that QuickBooks does not know as the item "${name}", which QuickBooks does not have or has made inactive.`,
  remedy: `Create the item "${name}" in QuickBooks, make it active again, or choose another item for unknown products in Settings; the orders continue by themselves.`,
});

/** `currency`: of the customer, in companies of several. */
export const customerMissing = (name: string, currency: string | null): Issue => ({
  code: "customer_missing",
  cause: `${name.toLowerCase()}${currency === null ? "" : ` ${currency}`}`,
  sentence: `QuickBooks has no customer "${name}"${currency === null ? "" : ` in ${currency}`}, and your settings say that customers are made by hand.`,
  remedy: `Create the customer "${name}"${currency === null ? "" : ` with the currency ${currency}`} in QuickBooks, or let Tieout create missing customers in Settings; the orders continue by themselves.`,
});

/** One customer for everybody: credit of one buyer would pay for another one's order. */
export const creditsAppliedByThemselves = (customer: string): Issue => ({
  code: "credits_applied_by_themselves",
  cause: "company",
  sentence: `Your settings book all orders on the customer "${customer}", and QuickBooks is set to apply credits automatically: it would put the money of one buyer on the invoice of another.`,
  remedy: "Switch off “Automatically apply credits” in QuickBooks (Account and settings, Advanced), or book each order on its own customer in Settings; the orders continue by themselves.",
});
