/** Reads what the company is and allows: four metered calls when connecting, then daily, and two more for the tax codes of a company outside the US. It must never change a preference. */
import type { CompanyFacts, TaxCode, Tracking } from "#app/domain/books/books.ts";
import { type Money, MoneyError } from "#app/domain/money/money.ts";
import { type Result, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import { reading, under } from "./answers.ts";
import type { QuickBooksClient } from "./client/client.ts";
import { fromWireAmount } from "./wire-amount.ts";
import { accountSchema, companyInfoSchema, preferencesSchema, taxCodeSchema, taxRateSchema, termSchema } from "./wire-schemas.ts";

export async function readCompanyFacts(client: QuickBooksClient, wanted: { paymentMethods: boolean } = { paymentMethods: false }): Promise<Result<CompanyFacts, Fault>> {
  const companyInfo = await client.companyInfo();
  if (!companyInfo.ok) return companyInfo;
  const preferences = await client.preferences();
  if (!preferences.ok) return preferences;
  const accounts = await client.query("Account", []);
  if (!accounts.ok) return accounts;
  const terms = await client.query("Term", []);
  if (!terms.ok) return terms;

  const facts = reading({ effect: "read", call: "the company's settings" }, (): Omit<CompanyFacts, "taxCodes" | "tracking"> & { tracks: Tracks } => {
    const info = companyInfoSchema.parse(under("CompanyInfo", companyInfo.value));
    const chosen = preferencesSchema.parse(under("Preferences", preferences.value));
    const { SalesFormsPrefs: sales, CurrencyPrefs: currency } = chosen;
    return {
      name: info.CompanyName,
      country: info.Country,
      homeCurrency: currency.HomeCurrency.value,
      multiCurrency: currency.MultiCurrencyEnabled,
      estimatesAllowed: sales.AllowEstimates,
      purchaseOrdersAllowed: chosen.ProductAndServicesPrefs?.InventoryAndPurchaseOrder,
      discountsAllowed: sales.AllowDiscount,
      customNumbers: sales.CustomTxnNumbers,
      tracks: {
        classes: { documents: chosen.AccountingInfoPrefs?.ClassTrackingPerTxn ?? false, lines: chosen.AccountingInfoPrefs?.ClassTrackingPerTxnLine ?? false },
        departments: chosen.AccountingInfoPrefs?.TrackDepartments ?? false, shipping: sales.AllowShipping,
      },
      salesTaxUsed: chosen.TaxPrefs?.UsingSalesTax ?? false,
      autoApplyCredit: sales.AutoApplyCredit,
      autoApplyPayments: sales.AutoApplyPayments,
      terms: activeNames(terms.value),
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
  if (!taxCodes.ok) return taxCodes;
  const tracking = await readTracking(client, facts.value.tracks);
  if (!tracking.ok) return tracking;
  const paymentMethods = wanted.paymentMethods ? await namesOf(client, "PaymentMethod") : success(undefined);
  if (!paymentMethods.ok) return paymentMethods;
  const { tracks: _tracks, ...company } = facts.value;
  return success({ ...company, taxCodes: taxCodes.value, tracking: tracking.value, ...(paymentMethods.value ? { paymentMethods: paymentMethods.value } : {}) });
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

type Tracks = { classes: Tracking["classesOn"]; departments: boolean; shipping: boolean };

/** Lists are read only where the company uses them: each is a metered call. */
async function readTracking(client: QuickBooksClient, { classes, departments, shipping }: Tracks): Promise<Result<Tracking, Fault>> {
  const ofClasses = classes.documents || classes.lines ? await namesOf(client, "Class") : success(null);
  if (!ofClasses.ok) return ofClasses;
  const ofDepartments = departments ? await namesOf(client, "Department") : success(null);
  return ofDepartments.ok ? success({ classes: ofClasses.value, classesOn: classes, departments: ofDepartments.value, shipping }) : ofDepartments;
}

async function namesOf(client: QuickBooksClient, entity: "Class" | "Department" | "PaymentMethod"): Promise<Result<{ id: string; name: string }[], Fault>> {
  const rows = await client.query(entity, []);
  return rows.ok ? reading({ effect: "read", call: `GET /query ${entity}` }, () => activeNames(rows.value)) : rows;
}

const activeNames = (rows: unknown): { id: string; name: string }[] => termSchema.array().parse(rows).filter(({ Active }) => Active).map(({ Id, Name }) => ({ id: Id, name: Name }));

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
