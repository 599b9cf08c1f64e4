/** Who bought, and where it goes. Every part may be missing: guests, counter sales, and data the app was not given. */
import type { Address, OrderCustomer } from "#app/domain/order/order.ts";
import type { OrderSnapshot } from "./snapshot.ts";

export function orderCustomer({ customer, purchasingEntity, billingAddress, email, taxExempt }: OrderSnapshot): OrderCustomer | null {
  const company = purchasingEntity?.company?.name ?? billingAddress?.company ?? null;
  if (!customer && company === null && email === null) return null;
  return {
    id: customer?.id ?? null,
    firstName: customer?.firstName ?? null,
    lastName: customer?.lastName ?? null,
    company,
    email: customer?.defaultEmailAddress?.emailAddress ?? email,
    phone: customer?.defaultPhoneNumber?.phoneNumber ?? null,
    tags: customer?.tags ?? [],
    ordersCount: customer?.numberOfOrders ?? null,
    taxExempt: taxExempt || (customer?.taxExempt ?? false),
  };
}

export function address(place: OrderSnapshot["billingAddress"]): Address | null {
  if (!place) return null;
  return {
    name: place.name,
    company: place.company,
    line1: place.address1,
    line2: place.address2,
    city: place.city,
    region: place.provinceCode,
    regionName: place.province ?? null,
    postcode: place.zip,
    countryCode: place.countryCodeV2,
    phone: place.phone,
  };
}
