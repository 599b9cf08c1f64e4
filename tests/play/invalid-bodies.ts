/** Every body that a play sent to QuickBooks, held against Intuit's schema and field constraints (acceptance: contracts of every run). */
import { contractsDir } from "#tests/contracts/contracts-dir.ts";
import { validateQuickBooksBody } from "#tests/contracts/quickbooks-body.ts";
import type { PlayResult } from "#sandbox/play/result/result.ts";

/** QuickBooks' entity per path below the company. */
const ENTITIES: Readonly<Record<string, string>> = {
  "/deposit": "Deposit",
  "/customer": "Customer", "/item": "Item", "/estimate": "Estimate", "/invoice": "Invoice", "/payment": "Payment", "/salesreceipt": "SalesReceipt",
  "/creditmemo": "CreditMemo", "/refundreceipt": "RefundReceipt", "/purchase": "Purchase", "/purchaseorder": "PurchaseOrder",
};

/** One line per violation; also one per write to a path that this list does not know. Empty where the contracts are absent: other tests say that they were skipped. */
export function invalidBodies({ requests }: PlayResult): string[] {
  if (contractsDir === undefined) return [];
  return requests
    .filter(({ method, path }) => method === "POST" && path !== "/query")
    .flatMap(({ path, body }) => {
      const entity = ENTITIES[path];
      if (entity === undefined) return [`${path}: a write to an entity this test does not know`];
      return validateQuickBooksBody(entity, body).map((problem) => `${path} ${problem}`);
    });
}
