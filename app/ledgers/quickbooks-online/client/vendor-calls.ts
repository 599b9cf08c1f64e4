/**
 * The single calls of the two vendor libraries that the client is made of; nothing outside this folder knows the libraries.
 * node-quickbooks carries entities; intuit-oauth carries raw queries, since node-quickbooks has none and does not escape backslashes (05 §5).
 * Deletes and voids by bare id must never be added: the library reads the entity first, which is a metered call.
 */
import OAuthClient from "intuit-oauth";
import QuickBooks from "node-quickbooks";
import { observe } from "./observed-axios.ts";

export type ReadEntity = "Estimate" | "Invoice" | "Payment" | "SalesReceipt" | "CreditMemo" | "RefundReceipt" | "Purchase" | "Deposit" | "PurchaseOrder";
export type WriteEntity = ReadEntity | "Customer" | "Item";
export type VoidableEntity = "Invoice" | "Payment";
export type WireBody = Readonly<Record<string, unknown>>;

export type Company = { apiOrigin: string; realmId: string };

/** Versions up to 74 are ignored since August 2025; sending 75 is harmless and explicit (05 §1.18). */
const MINOR_VERSION = "75";

type Done = () => void;

/** The part of node-quickbooks that is used; its own declarations ask for entity types that differ from Intuit's schema. */
type NodeQuickBooks = {
  endpoint: string;
  createEstimate(entity: object, done: Done): void;
  createInvoice(entity: object, done: Done): void;
  createDeposit(entity: object, done: Done): void;
  createPayment(entity: object, done: Done): void;
  createSalesReceipt(entity: object, done: Done): void;
  createCreditMemo(entity: object, done: Done): void;
  createRefundReceipt(entity: object, done: Done): void;
  createPurchase(entity: object, done: Done): void;
  createPurchaseOrder(entity: object, done: Done): void;
  createCustomer(entity: object, done: Done): void;
  createItem(entity: object, done: Done): void;
  updateEstimate(entity: object, done: Done): void;
  updateInvoice(entity: object, done: Done): void;
  updateDeposit(entity: object, done: Done): void;
  updatePayment(entity: object, done: Done): void;
  updateSalesReceipt(entity: object, done: Done): void;
  updateCreditMemo(entity: object, done: Done): void;
  updateRefundReceipt(entity: object, done: Done): void;
  updatePurchase(entity: object, done: Done): void;
  updatePurchaseOrder(entity: object, done: Done): void;
  updateCustomer(entity: object, done: Done): void;
  updateItem(entity: object, done: Done): void;
  deleteEstimate(entity: object, done: Done): void;
  deleteInvoice(entity: object, done: Done): void;
  deleteDeposit(entity: object, done: Done): void;
  deletePayment(entity: object, done: Done): void;
  deleteSalesReceipt(entity: object, done: Done): void;
  deleteCreditMemo(entity: object, done: Done): void;
  deleteRefundReceipt(entity: object, done: Done): void;
  deletePurchase(entity: object, done: Done): void;
  deletePurchaseOrder(entity: object, done: Done): void;
  voidInvoice(entity: object, done: Done): void;
  voidPayment(entity: object, done: Done): void;
  getEstimate(id: string, done: Done): void;
  getInvoice(id: string, done: Done): void;
  getDeposit(id: string, done: Done): void;
  getPayment(id: string, done: Done): void;
  getSalesReceipt(id: string, done: Done): void;
  getCreditMemo(id: string, done: Done): void;
  getRefundReceipt(id: string, done: Done): void;
  getPurchase(id: string, done: Done): void;
  getPurchaseOrder(id: string, done: Done): void;
  getCompanyInfo(id: string, done: Done): void;
  getPreferences(done: Done): void;
};

export type VendorCall = (accessToken: string) => Promise<unknown>;

/** A fresh instance per call: the token belongs to the call, and instances keep no state worth sharing. */
function call(company: Company, use: (quickBooks: NodeQuickBooks, done: Done) => void): VendorCall {
  return (accessToken) => {
    const quickBooks: NodeQuickBooks = new QuickBooks("", "", accessToken, false, company.realmId, false, false, MINOR_VERSION, "2.0", null);
    quickBooks.endpoint = `${company.apiOrigin}/v3/company/`;
    return new Promise<void>((resolve) => use(quickBooks, resolve));
  };
}

/** node-quickbooks takes `requestId` out of the entity (which it changes) and sends it as the query parameter `requestid`. */
export const createCall = (company: Company, entity: WriteEntity, body: WireBody, requestId: string): VendorCall =>
  call(company, (quickBooks, done) => quickBooks[`create${entity}`]({ ...body, requestId }, done));

export const updateCall = (company: Company, entity: WriteEntity, body: WireBody, requestId: string): VendorCall =>
  call(company, (quickBooks, done) => quickBooks[`update${entity}`]({ ...body, requestId }, done));

/** `body` holds `Id` and `SyncToken`: given an object, the library sends it as it is and reads nothing. */
export const deleteCall = (company: Company, entity: ReadEntity, body: WireBody, requestId: string): VendorCall =>
  call(company, (quickBooks, done) => quickBooks[`delete${entity}`]({ ...body, requestId }, done));

/** An estimate cannot be voided: it posts nothing. */
export const voidCall = (company: Company, entity: VoidableEntity, body: WireBody, requestId: string): VendorCall =>
  call(company, (quickBooks, done) => quickBooks[`void${entity}`]({ ...body, requestId }, done));

export const readCall = (company: Company, entity: ReadEntity, id: string): VendorCall =>
  call(company, (quickBooks, done) => quickBooks[`get${entity}`](encodeURIComponent(id), done));

export const companyInfoCall = (company: Company): VendorCall =>
  call(company, (quickBooks, done) => quickBooks.getCompanyInfo(company.realmId, done));

export const preferencesCall = (company: Company): VendorCall => call(company, (quickBooks, done) => quickBooks.getPreferences(done));

/** `deadlineMs` again, because this library has a shorter time-out of its own (30 s). */
export function queryCall(company: Company, statement: string, deadlineMs: number): VendorCall {
  return (accessToken) => {
    const oauth = new OAuthClient({ clientId: "", clientSecret: "", environment: "sandbox", redirectUri: "", token: { access_token: accessToken } });
    observe(axiosOf(oauth));
    const parameters = `minorversion=${MINOR_VERSION}&query=${encodeURIComponent(statement)}`;
    return oauth.makeApiCall({ url: `${company.apiOrigin}/v3/company/${company.realmId}/query?${parameters}`, method: "GET", timeout: deadlineMs });
  };
}

/** The library keeps an axios instance of its own for `makeApiCall`, which its declarations leave out. */
function axiosOf(oauth: OAuthClient): Parameters<typeof observe>[0] {
  if (!("axiosInstance" in oauth)) throw new Error("intuit-oauth no longer has the axios instance whose answers are observed");
  return oauth.axiosInstance as Parameters<typeof observe>[0];
}
