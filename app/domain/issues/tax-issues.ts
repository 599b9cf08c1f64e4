/** Issues about taxes and currencies of companies outside the US or with several currencies, with their sentences and remedies. */
import { formatMoney, type Money } from "../money/money.ts";
import type { Issue } from "./issue.ts";

/** `why` stands after a colon. */
export const taxCodeMissing = (set: string, why: string): Issue => ({
  code: "tax_code_missing",
  cause: set,
  sentence: `It is not clear which QuickBooks tax code belongs to "${set}": ${why}.`,
  remedy: `Choose the tax code for "${set}" in Settings, Taxes, or make one with these rates in QuickBooks, then press Resync.`,
});

export const taxCodeDoesNotFit = (set: string, code: string): Issue => ({
  code: "tax_code_missing",
  cause: set,
  sentence: `The QuickBooks tax code "${code}" is chosen for "${set}", but its rates are others, so Shopify's tax has no place in it.`,
  remedy: `Choose another tax code for "${set}" in Settings, Taxes, then press Resync.`,
});

export const currencyNotSupported = (order: string, company: string): Issue => ({
  code: "currency_not_supported",
  cause: order,
  sentence: `The order is in ${order}, and the QuickBooks company keeps its books in ${company} only: multicurrency is off there.`,
  remedy: "Switch multicurrency on in QuickBooks (Account and settings, Advanced; it cannot be switched off again), then press Resync; or connect a company in the shop's currency.",
});

export const roundingNotAccepted = (orderName: string, amount: Money): Issue => ({
  code: "rounding_not_accepted",
  cause: amount.currency,
  sentence: `Order ${orderName} has an amount of ${formatMoney(amount)} ${amount.currency}; QuickBooks keeps two decimals, so it would not be exact.`,
  remedy: "Accept rounding to two decimals in Settings, Currency, or enter this order by hand.",
});

/** Story A38. */
export const customerExemptInBooks = (orderName: string, customer: string, tax: Money): Issue => ({
  code: "customer_exempt_in_quickbooks",
  cause: `${orderName} ${customer}`,
  sentence: `Shopify charged ${formatMoney(tax)} ${tax.currency} of tax on order ${orderName}, but QuickBooks has its customer "${customer}" as exempt from tax and would leave it out.`,
  remedy: "Make the customer taxable in QuickBooks (Customer details, Tax info), or give the tax back in Shopify; then press Resync.",
});
