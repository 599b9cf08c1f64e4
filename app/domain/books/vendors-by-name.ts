/** The company's vendors as orders ask for them. Names are compared as QuickBooks does, without regard to case and outer blanks; no other name is ever taken for one. */
import type { Vendor, Vendors } from "./books.ts";

const folded = (name: string): string => name.trim().toLowerCase();

export function vendorsByName(vendors: readonly Vendor[]): Vendors {
  const byName = new Map(vendors.map((vendor) => [folded(vendor.name), vendor]));
  const byId = new Map(vendors.map((vendor) => [vendor.id, vendor]));
  return { named: (name) => byName.get(folded(name)), withId: (id) => byId.get(id) };
}
