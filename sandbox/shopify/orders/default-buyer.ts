/** The buyer and the address of an order that names none: plausible, always the same, and from the shop's country. */
import type { AddressRecord } from "../state/order-record.ts";
import type { CustomerRecord } from "../state/shop-state.ts";
import type { CustomerInput } from "./customers.ts";

export function defaultCustomer(): CustomerInput {
  return { firstName: "Robin", lastName: "Example", email: "robin.example@example.com" };
}

type Place = Pick<AddressRecord, "address1" | "city" | "province" | "provinceCode" | "zip" | "country" | "countryCode">;

const UNITED_STATES: Place = {
  address1: "92 Chestnut Street", city: "Louisville", province: "Kentucky", provinceCode: "KY", zip: "40202", country: "United States", countryCode: "US",
};

const PLACES: Record<string, Place> = {
  US: UNITED_STATES,
  CA: { address1: "150 Elgin Street", city: "Ottawa", province: "Ontario", provinceCode: "ON", zip: "K2P 1L4", country: "Canada", countryCode: "CA" },
  GB: { address1: "10 Whitcomb Street", city: "London", province: "England", provinceCode: "ENG", zip: "WC2H 7HA", country: "United Kingdom", countryCode: "GB" },
  AU: { address1: "1 Macquarie Street", city: "Sydney", province: "New South Wales", provinceCode: "NSW", zip: "2000", country: "Australia", countryCode: "AU" },
};

/** A country without an own entry buys from the United States. */
export function defaultAddress(country: string, { firstName, lastName, phone }: CustomerRecord): AddressRecord {
  const name = [firstName, lastName].filter(Boolean).join(" ") || null;
  return { name, firstName, lastName, company: null, address2: null, phone, ...(PLACES[country] ?? UNITED_STATES) };
}
