/** Vendors: they share their name list with customers. */
import { ADDRESS, EMAIL, ENTITY_FIELDS, PHONE, REFERENCE, WEB_ADDRESS } from "./common-fields.ts";
import { ownCurrency } from "../rules/own-currency.ts";
import type { EntityDefinition } from "./definition.ts";
import { renamedIfDeactivated, requireUniqueName } from "./names.ts";
import { displayNameOf, PERSON_FIELDS } from "./person.ts";
import { resolveReferences } from "./references.ts";
import { BOOLEAN, known, text } from "./shape.ts";

export const vendor: EntityDefinition = {
  name: "Vendor",
  fields: {
    ...ENTITY_FIELDS,
    ...PERSON_FIELDS,
    PrimaryPhone: PHONE,
    AlternatePhone: PHONE,
    Mobile: PHONE,
    Fax: PHONE,
    PrimaryEmailAddr: EMAIL,
    WebAddr: WEB_ADDRESS,
    BillAddr: ADDRESS,
    TermRef: REFERENCE,
    CurrencyRef: REFERENCE,
    APAccountRef: REFERENCE,
    AcctNum: text(100),
    TaxIdentifier: text(20),
    Vendor1099: BOOLEAN,
    ...known("IntuitId Organization UserId V4IDPseudonym OtherContactInfo DefaultTaxCodeRef ContactName AltContactName Notes"),
    ...known("ShipAddr OtherAddr TaxCountry TaxIdEffectiveDate BusinessNumber ParentRef VendorTypeRef PrefillAccountRef Balance"),
    ...known("BillRate OpenBalanceDate CreditLimit T4AEligible T5018Eligible TDSEnabled TDSEntityTypeId TDSSectionTypeId"),
    ...known("TDSOverrideThreshold TaxReportingBasis VendorEx GSTIN GSTRegistrationType IsSubContractor SubcontractorType CISRate"),
    ...known("HasTPAR VendorPaymentBankDetail Source CostRate AgencyVerificationStatus AgencyVerificationStatusMsg"),
    ...known("AgencyVerificationTSUTC CompanyRegistrationNumber"),
  },
  readOnly: ["FullyQualifiedName", "Balance"],
  idSpace: "Name",
  filterable: [
    ...["Id", "DisplayName", "GivenName", "FamilyName", "CompanyName", "PrintOnCheckName", "Active", "Balance", "AcctNum"],
    ...["MetaData.CreateTime", "MetaData.LastUpdatedTime"],
  ],
  kind: "list",
  complete(books, draft, before) {
    const displayName = displayNameOf(draft);
    const named = renamedIfDeactivated(books, "Vendor", "DisplayName", { ...draft, DisplayName: displayName }, before);
    const row = {
      Balance: 0,
      Vendor1099: false,
      PrintOnCheckName: displayName,
      Active: true,
      ...resolveReferences(books, named, { TermRef: "Term", APAccountRef: "Account" }),
      CurrencyRef: ownCurrency(books, draft, before),
    };
    requireUniqueName(books, "Vendor", row, before);
    return row;
  },
};
