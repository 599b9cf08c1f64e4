/** The bookkeeper's hand (design page 09): changes a person makes in QuickBooks itself, through the API's own write path but not in its log. */
import { z } from "zod";
import { setPreferences } from "../company/preferences.ts";
import { withIds } from "../company/references-by-name.ts";
import type { Books } from "../company/state.ts";
import { findEntity } from "../entities/registry.ts";
import { invoiceDraft, proposedNumber } from "../rules/invoice-from-estimate.ts";
import type { JsonObject } from "../wire/json.ts";
import { isObject, textOf } from "../wire/json.ts";
import { depositPayments, undepositPayments } from "./bank-deposits.ts";
import { createForeign } from "./foreign-document.ts";
import { mergeCustomers, setActive } from "./merge-customers.ts";
import { createEntity, deleteEntity, readEntity, updateEntity, voidEntity } from "../write/write-entity.ts";

/** The words of design page 01 for what QuickBooks calls otherwise; QuickBooks' own names work as well. */
const ENTITY_OF_KIND: Record<string, string> = {
  sales_order: "Estimate",
  invoice: "Invoice",
  chargeback: "Purchase",
  chargeback_reversal: "Deposit",
  payment: "Payment",
  sales_receipt: "SalesReceipt",
  credit_memo: "CreditMemo",
  refund_receipt: "RefundReceipt",
  customer_refund: "Purchase",
  purchase_order: "PurchaseOrder",
};

const objectSchema = z.custom<JsonObject>(isObject, "an object is expected");

/** `syncToken`: the version a person looked at when deciding; without it, whatever there is now. */
const document = { kind: z.string(), id: z.string(), syncToken: z.string().optional() };

export const bookkeeperActionSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("delete"), ...document }),
  z.strictObject({ action: z.literal("void"), ...document }),
  z.strictObject({ action: z.literal("edit"), ...document, patch: objectSchema }),
  /** A document by hand or of another app, references by id or by name; customers and items are made where they are missing. */
  z.strictObject({ action: z.literal("create"), kind: z.string(), value: objectSchema }),
  /** The invoice that a person makes from an estimate; answers the invoice. Without a `docNumber` it has the one QuickBooks proposes, with an empty one none. */
  z.strictObject({ action: z.literal("invoiceEstimate"), id: z.string(), docNumber: z.string().optional(), date: z.iso.date().optional() }),
  /** Puts payments and receipts into one bank deposit; answers the deposit. `account` by its name. */
  z.strictObject({ action: z.literal("deposit"), payments: z.array(z.string()).min(1), account: z.string().default("Checking"), date: z.iso.date().optional() }),
  /** Takes payments and receipts out of their deposits; a deposit of which nothing is left is deleted. */
  z.strictObject({ action: z.literal("undeposit"), payments: z.array(z.string()).min(1) }),
  z.strictObject({ action: z.literal("setPreferences"), value: objectSchema }),
  z.strictObject({ action: z.literal("closeBooks"), value: z.iso.date() }),
  z.strictObject({ action: z.literal("reopenBooks") }),
  z.strictObject({ action: z.literal("merge"), kind: z.literal("customer"), name: z.string(), into: z.string() }),
  z.strictObject({ action: z.literal("setActive"), kind: z.literal("customer"), name: z.string(), active: z.boolean() }),
]);

export type BookkeeperAction = z.infer<typeof bookkeeperActionSchema>;

/** What QuickBooks answers; throws QuickBooksFault where it refuses a person, too. */
export function actAsBookkeeper(books: Books, action: BookkeeperAction): JsonObject {
  switch (action.action) {
    case "setPreferences":
      setPreferences(books, action.value);
      return readRow(books, "Preferences", "1");
    case "closeBooks":
      setPreferences(books, { "AccountingInfoPrefs.BookCloseDate": action.value });
      return readRow(books, "Preferences", "1");
    case "reopenBooks":
      setPreferences(books, { "AccountingInfoPrefs.BookCloseDate": undefined });
      return readRow(books, "Preferences", "1");
    case "merge":
      return mergeCustomers(books, action);
    case "setActive":
      return setActive(books, action);
    case "invoiceEstimate":
      return invoiceEstimate(books, action);
    case "create":
      return createForeign(books, definitionOf(action.kind), action.value);
    case "deposit":
      return depositPayments(books, action);
    case "undeposit":
      return undepositPayments(books, action.payments);
    case "delete":
      return deleteEntity(books, definitionOf(action.kind), version(books, action));
    case "void":
      return voidEntity(books, definitionOf(action.kind), version(books, action));
    case "edit": {
      const patch = { ...withIds(books, action.patch), ...version(books, action), sparse: true };
      return updateEntity(books, definitionOf(action.kind), patch, { allowDuplicateDocNumber: true });
    }
  }
}

function invoiceEstimate(books: Books, { id, date, docNumber = proposedNumber(books, "Invoice") }: { id: string; date?: string | undefined; docNumber?: string | undefined }): JsonObject {
  return createEntity(books, definitionOf("invoice"), invoiceDraft(readRow(books, "Estimate", id), { docNumber, date }), { allowDuplicateDocNumber: false });
}

function version(books: Books, { kind, id, syncToken }: { kind: string; id: string; syncToken?: string | undefined }): JsonObject {
  const current = textOf(readRow(books, kind, id), "SyncToken");
  return { Id: id, SyncToken: syncToken ?? current };
}

function readRow(books: Books, kind: string, id: string): JsonObject {
  return readEntity(books, definitionOf(kind), id);
}

function definitionOf(kind: string): NonNullable<ReturnType<typeof findEntity>> {
  const definition = findEntity(ENTITY_OF_KIND[kind] ?? kind);
  if (!definition) throw new Error(`the simulated QuickBooks has no documents of kind ${kind}`);
  return definition;
}
