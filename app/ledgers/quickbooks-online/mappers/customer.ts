/** Customers. Their names must differ from every other customer, vendor and employee of the company (05 §1.2). */
import type { LedgerCustomer, NewCustomer } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { customerSchema } from "../wire-schemas.ts";
import { emailText, lineText, nameText } from "../wire-text.ts";
import { addressToWire } from "./address.ts";
import { present, ref } from "./wire-body.ts";

export const wireDisplayName = (name: string): string => nameText(name, LENGTHS.displayName);

export function createCustomer(customer: NewCustomer): Record<string, unknown> {
  const email = emailText(customer.email);
  const phone = lineText(customer.phone ?? "", LENGTHS.phone);
  return present({
    DisplayName: wireDisplayName(customer.displayName),
    GivenName: nameText(customer.givenName ?? "", LENGTHS.personName),
    FamilyName: nameText(customer.familyName ?? "", LENGTHS.personName),
    CompanyName: nameText(customer.company ?? "", LENGTHS.companyName),
    PrimaryEmailAddr: email === null ? undefined : { Address: email },
    PrimaryPhone: phone === "" ? undefined : { FreeFormNumber: phone },
    BillAddr: addressToWire(customer.billTo, "street"),
    ShipAddr: addressToWire(customer.shipTo, "street"),
    CurrencyRef: customer.currency === null ? undefined : ref(customer.currency),
  });
}

export function readCustomer(row: unknown): LedgerCustomer {
  const wire = customerSchema.parse(row);
  return { id: wire.Id, displayName: wire.DisplayName, email: wire.PrimaryEmailAddr?.Address ?? null, active: wire.Active, currency: wire.CurrencyRef?.value ?? null, taxable: wire.Taxable ?? null };
}
