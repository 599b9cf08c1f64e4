/** The chart of accounts: classification follows from the type, balances from the ledger. */
import { companyDigits } from "../company/digits.ts";
import { accountBalance } from "../store/ledger.ts";
import { wireAmount } from "../wire/decimal.ts";
import { idOf, textOf } from "../wire/json.ts";
import { requiredMissing } from "../wire/refusals.ts";
import { ACCOUNT_NAME_FORBIDS, ENTITY_FIELDS, REFERENCE } from "./common-fields.ts";
import { ownCurrency } from "../rules/own-currency.ts";
import type { EntityDefinition } from "./definition.ts";
import { fullName, renamedIfDeactivated, requireUniqueName } from "./names.ts";
import { resolveReferences } from "./references.ts";
import { BOOLEAN, choice, known, text } from "./shape.ts";

/** Every account type with its classification and the subtype it gets when none is sent (Intuit's AccountTypeEnum). */
const ACCOUNT_TYPES: Record<string, { classification: string; subType: string }> = {
  Bank: { classification: "Asset", subType: "Checking" },
  "Accounts Receivable": { classification: "Asset", subType: "AccountsReceivable" },
  "Other Current Asset": { classification: "Asset", subType: "OtherCurrentAssets" },
  "Fixed Asset": { classification: "Asset", subType: "OtherFixedAssets" },
  "Other Asset": { classification: "Asset", subType: "OtherLongTermAssets" },
  "Accounts Payable": { classification: "Liability", subType: "AccountsPayable" },
  "Credit Card": { classification: "Liability", subType: "CreditCard" },
  "Other Current Liability": { classification: "Liability", subType: "OtherCurrentLiabilities" },
  "Long Term Liability": { classification: "Liability", subType: "OtherLongTermLiabilities" },
  Equity: { classification: "Equity", subType: "OpeningBalanceEquity" },
  Income: { classification: "Revenue", subType: "SalesOfProductIncome" },
  "Other Income": { classification: "Revenue", subType: "OtherMiscellaneousIncome" },
  "Cost of Goods Sold": { classification: "Expense", subType: "SuppliesMaterialsCogs" },
  Expense: { classification: "Expense", subType: "OtherMiscellaneousServiceCost" },
  "Other Expense": { classification: "Expense", subType: "OtherMiscellaneousExpense" },
};

/** Answers show these as what they are by nature: a credit balance of a liability is a positive CurrentBalance. */
const CREDIT_BY_NATURE = new Set(["Liability", "Equity", "Revenue"]);

export const account: EntityDefinition = {
  name: "Account",
  fields: {
    ...ENTITY_FIELDS,
    Name: text(100, ACCOUNT_NAME_FORBIDS),
    AccountType: choice(...Object.keys(ACCOUNT_TYPES)),
    AccountSubType: text(),
    AcctNum: text(20),
    Description: text(100),
    Active: BOOLEAN,
    SubAccount: BOOLEAN,
    ParentRef: REFERENCE,
    CurrencyRef: REFERENCE,
    ...known("FullyQualifiedName AccountAlias TxnLocationType Classification AccountPurposes AcctNumExtn BankNum OpeningBalance"),
    ...known("OpeningBalanceDate CurrentBalance CurrentBalanceWithSubAccounts TaxAccount TaxCodeRef OnlineBankingEnabled FIName"),
    ...known("JournalCodeRef AccountEx"),
  },
  readOnly: ["FullyQualifiedName", "Classification", "CurrentBalance", "CurrentBalanceWithSubAccounts", "SubAccount"],
  idSpace: "Account",
  filterable: [
    ...["Id", "Name", "FullyQualifiedName", "AccountType", "AccountSubType", "Classification", "AcctNum", "Active", "SubAccount"],
    ...["CurrentBalance", "MetaData.CreateTime", "MetaData.LastUpdatedTime"],
  ],
  kind: "list",
  complete(books, draft, before) {
    const type = textOf(draft, "AccountType");
    if (!textOf(draft, "Name")?.trim()) throw requiredMissing("Name");
    if (type === undefined) throw requiredMissing("AccountType");
    const named = renamedIfDeactivated(books, "Account", "Name", resolveReferences(books, draft, { ParentRef: "Account" }), before);
    const row = {
      Active: true,
      AccountSubType: ACCOUNT_TYPES[type]?.subType,
      ...named,
      SubAccount: named.ParentRef !== undefined,
      Classification: ACCOUNT_TYPES[type]?.classification,
      FullyQualifiedName: fullName(books, "Account", named, textOf(named, "Name") ?? ""),
      CurrencyRef: ownCurrency(books, draft, before),
    };
    requireUniqueName(books, "Account", row, before);
    return row;
  },
  render(books, row) {
    const debit = accountBalance(books, idOf(row));
    const natural = CREDIT_BY_NATURE.has(textOf(row, "Classification") ?? "") ? -debit : debit;
    const balance = wireAmount(natural, companyDigits(books));
    return { ...row, CurrentBalance: balance, CurrentBalanceWithSubAccounts: balance };
  },
};
