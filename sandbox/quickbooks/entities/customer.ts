/** Customers: one name list with vendors, balances from the ledger. */
import { companyDigits } from "../company/digits.ts";
import type { Books } from "../company/state.ts";
import { customerBalance } from "../store/ledger.ts";
import { wireAmount } from "../wire/decimal.ts";
import type { JsonObject } from "../wire/json.ts";
import { idOf, refOf, textOf } from "../wire/json.ts";
import { businessError } from "../wire/refusals.ts";
import { ADDRESS, EMAIL, ENTITY_FIELDS, PHONE, REFERENCE, WEB_ADDRESS } from "./common-fields.ts";
import { ownCurrency } from "../rules/own-currency.ts";
import type { EntityDefinition } from "./definition.ts";
import { fullName, renamedIfDeactivated, requireUniqueName } from "./names.ts";
import { displayNameOf, PERSON_FIELDS } from "./person.ts";
import { requireActive, resolveReferences } from "./references.ts";
import type { Fields } from "./shape.ts";
import { BOOLEAN, known, text } from "./shape.ts";

const FIELDS: Fields = {
  ...ENTITY_FIELDS,
  ...PERSON_FIELDS,
  PrimaryPhone: PHONE,
  AlternatePhone: PHONE,
  Mobile: PHONE,
  Fax: PHONE,
  PrimaryEmailAddr: EMAIL,
  WebAddr: WEB_ADDRESS,
  BillAddr: ADDRESS,
  ShipAddr: ADDRESS,
  Notes: text(2000),
  Taxable: BOOLEAN,
  TaxExemptionReasonId: text(),
  Job: BOOLEAN,
  BillWithParent: BOOLEAN,
  ParentRef: REFERENCE,
  CurrencyRef: REFERENCE,
  SalesTermRef: REFERENCE,
  PaymentMethodRef: REFERENCE,
  DefaultTaxCodeRef: REFERENCE,
  ResaleNum: text(16),
  ...known("IntuitId Organization UserId V4IDPseudonym OtherContactInfo OtherAddr ContactName AltContactName RootCustomerRef Level"),
  ...known("CustomerTypeRef SalesRepRef TaxGroupCodeRef TaxRateRef CCDetail PriceLevelRef Balance OpenBalanceDate BalanceWithJobs"),
  ...known("CreditLimit AcctNum OverDueBalance TotalRevenue TotalExpense PreferredDeliveryMethod JobInfo TDSEnabled CustomerEx"),
  ...known("SecondaryTaxIdentifier ARAccountRef PrimaryTaxIdentifier IsProject BusinessNumber GSTIN GSTRegistrationType"),
  ...known("IsCISContractor ClientCompanyId ClientEntityId Source TaxRegime"),
};

/** "Customer nesting: at most 4 levels below parent" (05, 1.2). */
const DEEPEST_LEVEL = 4;

export const customer: EntityDefinition = {
  name: "Customer",
  fields: FIELDS,
  readOnly: ["FullyQualifiedName", "Level", "Balance", "BalanceWithJobs", "IsProject"],
  idSpace: "Name",
  filterable: [
    ...["Id", "DisplayName", "GivenName", "FamilyName", "MiddleName", "CompanyName", "FullyQualifiedName", "PrintOnCheckName"],
    ...["PrimaryEmailAddr", "Active", "Balance", "Job", "Taxable", "MetaData.CreateTime", "MetaData.LastUpdatedTime"],
  ],
  kind: "list",
  complete(books, draft, before) {
    const displayName = displayNameOf(draft);
    const named = renamedIfDeactivated(books, "Customer", "DisplayName", { ...draft, DisplayName: displayName }, before);
    const row: JsonObject = {
      Taxable: true,
      Job: false,
      BillWithParent: false,
      PreferredDeliveryMethod: "Print",
      PrintOnCheckName: textOf(draft, "CompanyName") ?? displayName,
      Active: true,
      ...resolveReferences(books, named, { SalesTermRef: "Term", PaymentMethodRef: "PaymentMethod", ParentRef: "Customer" }),
      CurrencyRef: ownCurrency(books, draft, before),
    };
    requireUniqueName(books, "Customer", row, before);
    const level = levelOf(books, row);
    if (level > DEEPEST_LEVEL) throw businessError("A customer can be nested four levels deep at most");
    const fullyQualified = fullName(books, "Customer", row, textOf(row, "DisplayName") ?? "");
    return { ...row, FullyQualifiedName: fullyQualified, ...(level > 0 ? { Level: level } : {}) };
  },
  render(books, row) {
    const balance = wireAmount(customerBalance(books, idOf(row)), companyDigits(books));
    return { ...row, Balance: balance, BalanceWithJobs: balance };
  },
};

function levelOf(books: Books, row: JsonObject): number {
  const parentId = refOf(row, "ParentRef");
  return parentId === undefined ? 0 : 1 + levelOf(books, requireActive(books, "Customer", parentId));
}
