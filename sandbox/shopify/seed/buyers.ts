/** The sample shop's customers, some of whom come back, and where they live. All of them are made up. */
import type { TaxRate } from "../orders/compose-order.ts";
import type { InlineOrder } from "../orders/inline-order-schema.ts";

const PEOPLE = [
  "Ada Lovelace", "Grace Hopper", "Katherine Johnson", "Alan Turing", "Edith Clarke", "Claude Shannon", "Mary Jackson", "Luca Pacioli", "Annie Easley", "Barbara Liskov",
  "Tim Rivera", "Priya Natarajan", "Noor Haddad", "Jonas Weber", "Mei Tanaka", "Olivia Brooks", "Diego Fuentes", "Hannah Kim", "Samuel Okafor", "Ines Moreau",
  "Walter Brandt", "Ruth Feldman", "Carmen Ortiz", "Leo Novak", "Freya Lindqvist", "Amir Rahimi", "Joan Clarke", "Peter Quill", "Nadia Petrova", "Owen Gallagher",
] as const;

type Place = { address1: string; city: string; province: string; province_code: string; zip: string; tax: TaxRate | undefined };

/** With the rates that these places had in 2025; one of them has no sales tax. */
const PLACES: readonly Place[] = [
  { address1: "48 Orchard Street", city: "New York", province: "New York", province_code: "NY", zip: "10002", tax: { title: "NY sales tax", rate: 0.08875 } },
  { address1: "2210 Guadalupe Street", city: "Austin", province: "Texas", province_code: "TX", zip: "78705", tax: { title: "TX sales tax", rate: 0.0825 } },
  { address1: "715 Hawthorne Boulevard", city: "Portland", province: "Oregon", province_code: "OR", zip: "97214", tax: undefined },
  { address1: "92 Chestnut Street", city: "Louisville", province: "Kentucky", province_code: "KY", zip: "40202", tax: { title: "KY sales tax", rate: 0.06 } },
  { address1: "3301 Mission Street", city: "San Francisco", province: "California", province_code: "CA", zip: "94110", tax: { title: "CA sales tax", rate: 0.08625 } },
];

export type Buyer = { customer: NonNullable<InlineOrder["customer"]>; address: InlineOrder["shipping_address"]; tax: TaxRate | undefined };

const VAT: TaxRate = { title: "VAT", rate: 0.2 };

/** In a shop outside of the United States everybody lives at the shop's default address and pays one tax. */
export function sampleBuyers({ country, taxesIncluded }: { country: string; taxesIncluded: boolean }): Buyer[] {
  return PEOPLE.map((name, index) => {
    const [first_name = name, last_name = ""] = name.split(" ");
    const customer = { first_name, last_name, email: `${first_name}.${last_name}@example.com`.toLowerCase() };
    const place = country === "US" ? PLACES[index % PLACES.length] : undefined;
    if (!place) return { customer, address: undefined, tax: taxesIncluded ? VAT : undefined };
    const { tax, ...where } = place;
    return { customer, tax, address: { ...where, first_name, last_name, name, country: "United States", country_code: "US" } };
  });
}
