/** Vendors: read by name or id, never made here. */
import type { Vendor } from "#app/domain/books/books.ts";
import { vendorSchema } from "../wire-schemas.ts";

export function readVendor(row: unknown): Vendor & { active: boolean } {
  const { Id, DisplayName, Active, CurrencyRef } = vendorSchema.parse(row);
  return { id: Id, name: DisplayName, currency: CurrencyRef?.value ?? null, active: Active };
}
