/** Addresses and attributes of the REST shape as records. */
import type { AddressRecord, Attribute } from "../state/order-record.ts";
import type { RestAddress } from "./rest-shape-schema.ts";

export function toAddress(address: RestAddress): AddressRecord {
  const full = [address.first_name, address.last_name].filter(Boolean).join(" ");
  return {
    name: address.name || full || null,
    firstName: address.first_name ?? null,
    lastName: address.last_name ?? null,
    company: address.company ?? null,
    address1: address.address1 ?? null,
    address2: address.address2 ?? null,
    city: address.city ?? null,
    province: address.province ?? null,
    provinceCode: address.province_code ?? null,
    zip: address.zip ?? null,
    country: address.country ?? null,
    countryCode: address.country_code ?? null,
    phone: address.phone ?? null,
  };
}

export function toAttribute({ name, value }: { name: string; value?: string | null | undefined }): Attribute {
  return { key: name, value: value ?? null };
}
