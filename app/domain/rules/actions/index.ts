/** Every action, in the order in which people are offered them. A new action is one file and one entry here. */
import type { Action } from "./action.ts";
import { doNotSync } from "./do-not-sync.ts";
import { dropShip } from "./drop-ship.ts";
import { holdForReview } from "./hold-for-review.ts";
import { markAsPaid } from "./mark-as-paid.ts";
import { markAsUnpaid } from "./mark-as-unpaid.ts";
import { multiplyQuantity } from "./multiply-quantity.ts";
import { rewriteSku } from "./rewrite-sku.ts";
import { sendInvoiceByEmail } from "./send-invoice-by-email.ts";
import { setClass } from "./set-class.ts";
import { setClassOnLines } from "./set-class-on-lines.ts";
import { setCurrencyHandling } from "./set-currency-handling.ts";
import { setCustomField } from "./set-custom-field.ts";
import { setCustomer } from "./set-customer.ts";
import { setCustomerMessage } from "./set-customer-message.ts";
import { setDepositAccount } from "./set-deposit-account.ts";
import { setDescription } from "./set-description.ts";
import { setDocumentNumber } from "./set-document-number.ts";
import { setDocumentPrefix } from "./set-document-prefix.ts";
import { setDocumentSuffix } from "./set-document-suffix.ts";
import { setIncomeAccountItem } from "./set-income-account-item.ts";
import { setLocation } from "./set-location.ts";
import { setMemo } from "./set-memo.ts";
import { setPaymentMethod } from "./set-payment-method.ts";
import { setPaymentReference } from "./set-payment-reference.ts";
import { setPoNumber } from "./set-po-number.ts";
import { setSalesRep } from "./set-sales-rep.ts";
import { setShipDate } from "./set-ship-date.ts";
import { setTaxCode } from "./set-tax-code.ts";
import { setTaxCodeOnDiscount } from "./set-tax-code-on-discount.ts";
import { setTaxCodeOnLines } from "./set-tax-code-on-lines.ts";
import { setTaxCodeOnShipping } from "./set-tax-code-on-shipping.ts";
import { setTerms } from "./set-terms.ts";
import { setTransactionDate } from "./set-transaction-date.ts";
import { showDiscountsAs } from "./show-discounts-as.ts";
import { skipLines } from "./skip-lines.ts";
import { stopCreatingInvoices } from "./stop-creating-invoices.ts";
import { stopCreatingPurchaseOrders } from "./stop-creating-purchase-orders.ts";
import { stopCreatingSalesOrders } from "./stop-creating-sales-orders.ts";
import { useItem } from "./use-item.ts";
import { useItemForDiscount } from "./use-item-for-discount.ts";
import { useItemForShipping } from "./use-item-for-shipping.ts";
import { useTransactionType } from "./use-transaction-type.ts";

export const ACTIONS: readonly Action[] = [
  doNotSync,
  holdForReview,
  stopCreatingSalesOrders,
  stopCreatingInvoices,
  stopCreatingPurchaseOrders,
  markAsUnpaid,
  markAsPaid,
  useTransactionType,
  dropShip,
  setDocumentNumber,
  setDocumentPrefix,
  setDocumentSuffix,
  setCustomer,
  setClass,
  setLocation,
  setTerms,
  setPoNumber,
  setShipDate,
  setTransactionDate,
  setMemo,
  setCustomerMessage,
  setCustomField,
  setSalesRep,
  setCurrencyHandling,
  sendInvoiceByEmail,
  setDepositAccount,
  setPaymentMethod,
  setPaymentReference,
  useItem,
  setDescription,
  setClassOnLines,
  setIncomeAccountItem,
  multiplyQuantity,
  skipLines,
  rewriteSku,
  setTaxCode,
  setTaxCodeOnLines,
  setTaxCodeOnShipping,
  setTaxCodeOnDiscount,
  useItemForShipping,
  useItemForDiscount,
  showDiscountsAs,
];

export const ACTION_BY_KEY: ReadonlyMap<string, Action> = new Map(ACTIONS.map((action) => [action.key, action]));
