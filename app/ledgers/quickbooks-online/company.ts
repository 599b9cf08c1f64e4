/** Reads what the company is and allows: four metered calls when connecting, then daily, and two more for the tax codes of a company outside the US. It must never change a preference. */
import type { CompanyFacts, TaxCode } from "#app/domain/books/books.ts";
import { type Money, MoneyError } from "#app/domain/money/money.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { reading, under } from "./answers.ts";
import type { QuickBooksClient } from "./client/client.ts";
import { fromWireAmount } from "./wire-amount.ts";
import { accountSchema, companyInfoSchema, preferencesSchema, taxCodeSchema, taxRateSchema, termSchema } from "./wire-schemas.ts";

export async function readCompanyFacts(client: QuickBooksClient): Promise<Result<CompanyFacts, Fault>> {
  const companyInfo = await client.companyInfo();
  if (!companyInfo.ok) return companyInfo;
  const preferences = await client.preferences();
  if (!preferences.ok) return preferences;
  const accounts = await client.query("Account", []);
  if (!accounts.ok) return accounts;
  const terms = await client.query("Term", []);
  if (!terms.ok) return terms;

  const facts = reading({ effect: "read", call: "the company's settings" }, (): Omit<CompanyFacts, "taxCodes"> => {
    const info = companyInfoSchema.parse(under("CompanyInfo", companyInfo.value));
    const chosen = preferencesSchema.parse(under("Preferences", preferences.value));
    const { SalesFormsPrefs: sales, CurrencyPrefs: currency } = chosen;
    return {
      name: info.CompanyName,
      country: info.Country,
      homeCurrency: currency.HomeCurrency.value,
      multiCurrency: currency.MultiCurrencyEnabled,
      estimatesAllowed: sales.AllowEstimates,
      discountsAllowed: sales.AllowDiscount,
      customNumbers: sales.CustomTxnNumbers,
      salesTaxUsed: chosen.TaxPrefs?.UsingSalesTax ?? false,
      autoApplyCredit: sales.AutoApplyCredit,
      autoApplyPayments: sales.AutoApplyPayments,
      terms: termSchema.array().parse(terms.value).filter(({ Active }) => Active).map(({ Id, Name }) => ({ id: Id, name: Name })),
      customFields: sales.CustomField,
      closedThrough: chosen.AccountingInfoPrefs?.BookCloseDate ?? null,
      accounts: accountSchema
        .array()
        .parse(accounts.value)
        .filter((account) => account.Active)
        .map((account) => ({
          id: account.Id, name: account.Name, type: account.AccountType, currency: account.CurrencyRef?.value ?? null,
          balance: balanceOf(account.CurrencyRef?.value ?? currency.HomeCurrency.value, account.CurrentBalance),
        })),
    };
  });
  if (!facts.ok) return facts;
  const taxCodes = facts.value.country === "US" || !facts.value.salesTaxUsed ? success([]) : await readTaxCodes(client);
  return taxCodes.ok ? success({ ...facts.value, taxCodes: taxCodes.value }) : taxCodes;
}

/** Only shown to people: one that its currency cannot hold is no reason to do without the company. */
function balanceOf(currency: string, amount: number | undefined): Money | null {
  try {
    return amount === undefined ? null : fromWireAmount(currency, amount);
  } catch (error) {
    if (error instanceof MoneyError) return null;
    throw error;
  }
}

/** A code with a rate that has no percentage of its own cannot hold Shopify's amounts and is left out. */
async function readTaxCodes(client: QuickBooksClient): Promise<Result<TaxCode[], Fault>> {
  const codes = await client.query("TaxCode", []);
  if (!codes.ok) return codes;
  const rates = await client.query("TaxRate", []);
  if (!rates.ok) return rates;
  return reading({ effect: "read", call: "the company's tax codes" }, () => {
    const known = new Map(taxRateSchema.array().parse(rates.value).map(({ Id, Name, RateValue }) => [Id, { id: Id, name: Name, percent: RateValue === undefined ? null : String(RateValue) }]));
    return taxCodeSchema.array().parse(codes.value).filter(({ Active }) => Active).flatMap(({ Id, Name, SalesTaxRateList }) => {
      const details = SalesTaxRateList?.TaxRateDetail ?? [];
      const usable = details.flatMap(({ TaxRateRef }) => {
        const rate = known.get(TaxRateRef.value);
        return rate?.percent ? [{ id: rate.id, name: rate.name, percent: rate.percent }] : [];
      });
      return usable.length === details.length ? [{ id: Id, name: Name, rates: usable }] : [];
    });
  });
}
