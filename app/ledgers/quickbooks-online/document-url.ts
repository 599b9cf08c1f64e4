/** Where a person opens a transaction in QuickBooks Online's own pages. Builds addresses only. */
import type { IntuitOrigins } from "./endpoints.ts";

/** Paths of the product's pages per entity. A transaction that has no page of its own has no link. */
const PAGES: Readonly<Record<string, string>> = { Estimate: "estimate", Invoice: "invoice", Payment: "recvpayment", SalesReceipt: "salesreceipt", CreditMemo: "creditmemo", RefundReceipt: "refundreceipt", Purchase: "expense", Deposit: "deposit", PurchaseOrder: "purchaseorder" };

const PRODUCT_ORIGINS = { sandbox: "https://app.sandbox.qbo.intuit.com", production: "https://app.qbo.intuit.com" } as const;

/** The product opens the company the person is signed in to; a stand-in at a configured origin is told which one is meant. */
export function documentUrl({ environment, apiOrigin }: Pick<IntuitOrigins, "environment" | "apiOrigin">, realmId: string, entity: string, id: string): string | null {
  const page = PAGES[entity];
  if (page === undefined) return null;
  const url = new URL(`/app/${page}`, apiOrigin ?? PRODUCT_ORIGINS[environment]);
  url.searchParams.set("txnId", id);
  if (apiOrigin !== null) url.searchParams.set("companyId", realmId);
  return url.href;
}
