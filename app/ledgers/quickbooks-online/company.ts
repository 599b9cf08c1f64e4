/** Reads what the company is and allows: three metered calls when connecting, then daily. It must never change a preference. */
import type { CompanyFacts } from "#app/domain/books/books.ts";
import type { Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { reading, under } from "./answers.ts";
import type { QuickBooksClient } from "./client/client.ts";
import { accountSchema, companyInfoSchema, preferencesSchema } from "./wire-schemas.ts";

export async function readCompanyFacts(client: QuickBooksClient): Promise<Result<CompanyFacts, Fault>> {
  const companyInfo = await client.companyInfo();
  if (!companyInfo.ok) return companyInfo;
  const preferences = await client.preferences();
  if (!preferences.ok) return preferences;
  const accounts = await client.query("Account", []);
  if (!accounts.ok) return accounts;

  return reading({ effect: "read", call: "the company's settings" }, () => {
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
      closedThrough: chosen.AccountingInfoPrefs?.BookCloseDate ?? null,
      accounts: accountSchema
        .array()
        .parse(accounts.value)
        .filter((account) => account.Active)
        .map((account) => ({ id: account.Id, name: account.Name, type: account.AccountType })),
    };
  });
}
