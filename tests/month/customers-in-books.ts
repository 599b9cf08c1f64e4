/** What the simulated company holds per customer, told by e-mail address: balances of receivables, and what is open. Reads the company only. */
import type { CompanyState } from "#sandbox/quickbooks/company/state.ts";
import type { JsonObject } from "#sandbox/quickbooks/wire/json.ts";
import { refOf, textOf } from "#sandbox/quickbooks/wire/json.ts";

/** `minor`: cents, always positive. */
export type OpenItem = { email: string; name: string; minor: bigint; side: "debt" | "credit" };

export const rowsOf = (company: CompanyState, entity: string): Record<string, JsonObject> => company.tables[entity] ?? {};

/** Debit positive, cents. */
export function customerBalances(company: CompanyState): Map<string, bigint> {
  const rows = rowsOf(company, "Customer");
  return new Map(Object.entries(company.ledger.customers).map(([id, minor]) => [emailOf(rows[id] ?? {}) ?? id, BigInt(minor)]));
}

/** Invoices with a balance, and payments and credit memos of which something is left. */
export function openItems(company: CompanyState): OpenItem[] {
  const customers = rowsOf(company, "Customer");
  const open = (entity: string, property: string, side: OpenItem["side"]): OpenItem[] =>
    Object.values(rowsOf(company, entity)).flatMap((row) => {
      const minor = BigInt(Math.round(Number(row[property] ?? 0) * 100));
      const email = emailOf(customers[refOf(row, "CustomerRef") ?? ""] ?? {}) ?? "";
      return minor === 0n ? [] : [{ email, minor, side, name: `${entity} ${textOf(row, "DocNumber") ?? textOf(row, "Id") ?? ""}` }];
    });
  return [...open("Invoice", "Balance", "debt"), ...open("Payment", "UnappliedAmt", "credit"), ...open("CreditMemo", "RemainingCredit", "credit")];
}

function emailOf(customer: JsonObject): string | undefined {
  const email = customer["PrimaryEmailAddr"];
  return typeof email === "object" && email !== null && !Array.isArray(email) ? textOf(email, "Address") : undefined;
}
