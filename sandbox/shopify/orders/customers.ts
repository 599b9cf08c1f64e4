/** The shop's customers: one per e-mail address, as in Shopify; must never make a second one for the same address. */
import type { CustomerRecord, ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";

export type CustomerInput = Partial<Omit<CustomerRecord, "id">> & { id?: string | undefined };

/** Finds by e-mail (case does not matter), else by id, else creates; what is given overwrites what was known. */
export function rememberCustomer(shop: ShopState, input: CustomerInput): CustomerRecord {
  const known = shop.customers.find((customer) =>
    input.email ? customer.email?.toLowerCase() === input.email.toLowerCase() : input.id !== undefined && customer.id === input.id,
  );
  const { id, ...given } = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as CustomerInput;
  if (known) return Object.assign(known, given);
  const idIsFree = id !== undefined && !shop.customers.some((customer) => customer.id === id);
  const customer: CustomerRecord = {
    id: idIsFree ? id : takeId(shop),
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    taxExempt: false,
    tags: [],
    ...given,
  };
  shop.customers.push(customer);
  return customer;
}

/** "Ada von Berg" → first name "Ada", last name "von Berg". */
export function splitName(name: string): { firstName: string; lastName: string | null } {
  const [firstName = "", ...rest] = name.trim().split(/\s+/);
  return { firstName, lastName: rest.length > 0 ? rest.join(" ") : null };
}

/** As Shopify: full name, else e-mail, else phone. */
export function displayName(customer: CustomerRecord): string {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return name || customer.email || customer.phone || "";
}
