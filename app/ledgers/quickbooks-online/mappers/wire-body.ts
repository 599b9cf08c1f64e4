/** Small pieces that every mapper puts bodies together with. */
import type { Money } from "#app/domain/money/money.ts";
import type { Temporal } from "temporal-polyfill";

export type CompanyCurrency = { homeCurrency: string; multiCurrency: boolean };

/** The document cannot be put into QuickBooks' terms: a fault of ours, told as a `defect`. */
export class UnmappableError extends Error {}

/** Drops what has no value: QuickBooks reads a null in a full update as "clear this field". */
export function present(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== null && value !== ""));
}

export const ref = (id: string): { value: string } => ({ value: id });

export const wireDate = (date: Temporal.PlainDate): string => date.toString();

/** Must be sent where multi-currency is on and only there (05 §1.1). */
export const currencyRef = (total: Pick<Money, "currency">, company: CompanyCurrency): { value: string } | undefined =>
  company.multiCurrency ? ref(total.currency) : undefined;

/** Numbers and references identify documents, so a long one is refused instead of cut: two cut ones could become the same. */
export function identifyingText(text: string | null, maxLength: number): string | null {
  if (text !== null && text.length > maxLength) throw new UnmappableError(`"${text}" has more than ${maxLength} characters`);
  return text;
}

export type Existing = { id: string; syncToken: string };

/** The head of a sparse update: what is not named stays as it is. */
export const sparse = ({ id, syncToken }: Existing): { Id: string; SyncToken: string; sparse: true } => ({ Id: id, SyncToken: syncToken, sparse: true });
