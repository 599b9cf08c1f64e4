/** The property groups that many entities share, with the lengths of 05, 1.2. */
import type { Fields } from "./shape.ts";
import { ANY, BOOLEAN, known, list, object, text } from "./shape.ts";

export const REFERENCE = object("ReferenceType", { value: text(), name: text(), type: text() });

/** Every entity has these; what a client sends in them, except Id, SyncToken and sparse, is ignored. */
export const ENTITY_FIELDS: Fields = {
  Id: text(),
  SyncToken: text(),
  sparse: BOOLEAN,
  ...known("MetaData CustomField AttachableRef domain status"),
};

export const ADDRESS = object("PhysicalAddress", {
  Id: text(),
  Line1: text(500),
  Line2: text(500),
  Line3: text(500),
  Line4: text(500),
  Line5: text(500),
  City: text(255),
  Country: text(255),
  CountrySubDivisionCode: text(255),
  PostalCode: text(30),
  ...known("CountryCode County PostalCodeSuffix Lat Long Tag Note"),
});

export const EMAIL = object("EmailAddress", { Id: ANY, Address: { kind: "email", max: 100 }, Default: BOOLEAN, Tag: ANY });

export const PHONE = object("TelephoneNumber", {
  FreeFormNumber: text(30),
  ...known("Id DeviceType CountryCode AreaCode ExchangeCode Extension Default Tag"),
});

export const WEB_ADDRESS = object("WebSiteAddress", { URI: text(1000), ...known("Id Default Tag") });

export const MEMO = object("MemoRef", { value: text(1000), ...known("id") });

export const LINKED_TXNS = list(object("LinkedTxn", { TxnId: text(), TxnType: text(), TxnLineId: text() }));

/** Neither `:` nor tab nor new line (05, 1.2). */
export const NAME_FORBIDS = /[:\t\n]/;
/** Account names: neither `"` nor `:` (05, 1.2). */
export const ACCOUNT_NAME_FORBIDS = /[":]/;
