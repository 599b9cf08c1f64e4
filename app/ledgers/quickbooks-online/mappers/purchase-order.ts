/** Purchase orders: what a vendor is to ship to the customer (05 §1.9). They post nothing; a vendor's bill, which is somebody else's for now, does. */
import type { PurchaseLine, PurchaseOrderDocument } from "#app/domain/documents/document.ts";
import type { LedgerDocument, References } from "#app/pipeline/ports/ledger.ts";
import { LENGTHS } from "../limits.ts";
import { toWireAmount } from "../wire-amount.ts";
import { purchaseOrderSchema, type WirePurchaseOrder } from "../wire-schemas.ts";
import { noteText, plainText } from "../wire-text.ts";
import { addressToWire } from "./address.ts";
import { headOf, linkOf } from "./ledger-document.ts";
import { type CompanyCurrency, currencyRef, type Existing, identifyingText, present, ref, sparse, UnmappableError, wireDate } from "./wire-body.ts";

const PO_STATUS = { open: "Open", closed: "Closed" } as const satisfies Record<PurchaseOrderDocument["standing"], string>;

export const createPurchaseOrder = (document: PurchaseOrderDocument, references: References, company: CompanyCurrency): Record<string, unknown> =>
  present({
    ...bought(document, references),
    TxnDate: wireDate(document.date),
    DocNumber: identifyingText(document.number, LENGTHS.docNumber),
    CurrencyRef: currencyRef(document.total, company),
    PrivateNote: noteText(document.memo, document.marker),
    // Drop shipping: whose goods they are, and where they go.
    ShipTo: ref(references.customerId),
    ShipAddr: addressToWire(document.shipTo, "forms"),
    ClassRef: document.chosen?.classId && ref(document.chosen.classId),
    DepartmentRef: document.chosen?.departmentId && ref(document.chosen.departmentId),
  });

/** A closed one keeps the lines it had. */
export const updatePurchaseOrder = (document: PurchaseOrderDocument, references: References, existing: Existing): Record<string, unknown> =>
  document.standing === "closed" ? { ...sparse(existing), POStatus: PO_STATUS.closed } : { ...sparse(existing), ...bought(document, references) };

const bought = (document: PurchaseOrderDocument, references: References): Record<string, unknown> => present({
  VendorRef: ref(document.vendor.id),
  APAccountRef: ref(document.payable.id),
  POStatus: PO_STATUS[document.standing],
  // A vendor's tax is on his bill; Shopify knows nothing of it.
  GlobalTaxCalculation: document.codesLines ? undefined : "NotApplicable",
  Line: document.lines.map((line) => lineToWire(line, document, references)),
});

function lineToWire(line: PurchaseLine, { codesLines }: PurchaseOrderDocument, { items }: References): Record<string, unknown> {
  const itemId = items.get(line.item);
  if (itemId === undefined) throw new UnmappableError(`no QuickBooks item is known for ${line.item}`);
  return present({
    Description: plainText(line.description, LENGTHS.description),
    Amount: toWireAmount(line.amount),
    DetailType: "ItemBasedExpenseLineDetail",
    ItemBasedExpenseLineDetail: present({
      ItemRef: ref(itemId), Qty: line.quantity, UnitPrice: Number(line.unitCost),
      ClassRef: line.classId && ref(line.classId),
      TaxCodeRef: codesLines ? ref("NON") : undefined,
    }),
  });
}

export function readPurchaseOrder(row: unknown, homeCurrency: string): LedgerDocument {
  const wire = purchaseOrderSchema.parse(row);
  return {
    kind: "purchase_order",
    entity: "PurchaseOrder",
    ...headOf({ ...wire, CustomerRef: wire.ShipTo ?? { value: "" } }, homeCurrency),
    number: wire.DocNumber ?? null,
    balance: null,
    tax: null,
    status: statusOf(wire),
    reference: null,
    links: (wire.LinkedTxn ?? []).map((link) => linkOf(link, null)),
  };
}

/** A bill says more than that it closed the purchase order, and both say more than that it was sent. */
function statusOf({ LinkedTxn = [], POStatus, EmailStatus }: WirePurchaseOrder): string {
  if (LinkedTxn.length > 0) return "billed";
  if (POStatus === PO_STATUS.closed) return "closed";
  return EmailStatus === "EmailSent" ? "emailed" : "open";
}
