/** Who bought: customer, company, addresses. */
import { displayName } from "../../orders/customers.ts";
import type { AddressRecord, OrderRecord, PurchasingCompanyRecord } from "../../state/order-record.ts";
import type { CustomerRecord } from "../../state/shop-state.ts";
import type { View, ViewContext } from "./view-context.ts";
import { gid } from "./view-context.ts";

export function customerView(customer: CustomerRecord, { shop }: ViewContext): View {
  return {
    __typename: "Customer",
    id: gid("Customer", customer.id),
    legacyResourceId: customer.id,
    displayName: displayName(customer),
    firstName: customer.firstName,
    lastName: customer.lastName,
    taxExempt: customer.taxExempt,
    taxExemptions: [],
    defaultEmailAddress: customer.email && { emailAddress: customer.email },
    defaultPhoneNumber: customer.phone && { phoneNumber: customer.phone },
    tags: customer.tags,
    numberOfOrders: String(shop.orders.filter(({ customerId }) => customerId === customer.id).length),
  };
}

/** Kind is "billing" or "shipping": addresses of an order have no id of their own in the record. */
export function addressView(address: AddressRecord | null, order: OrderRecord, kind: string): View | null {
  if (!address) return null;
  const { countryCode, ...fields } = address;
  return { __typename: "MailingAddress", id: `${gid("MailingAddress", order.id)}?model_name=${kind}`, ...fields, countryCodeV2: countryCode };
}

export function customerOfOrder(order: OrderRecord, context: ViewContext): View | null {
  const customer = context.shop.customers.find(({ id }) => id === order.customerId);
  return customer ? customerView(customer, context) : null;
}

/** The company of a B2B order, else the customer (schema: union PurchasingEntity). */
export function purchasingEntityView(order: OrderRecord, context: ViewContext): View | null {
  return order.purchasingCompany ? companyView(order.purchasingCompany) : customerOfOrder(order, context);
}

function companyView({ company, location, contact }: PurchasingCompanyRecord): View {
  const { id, name, externalId, taxExempt, taxRegistrationId } = location;
  return {
    __typename: "PurchasingCompany",
    company: { ...company, id: gid("Company", company.id) },
    location: { id: gid("CompanyLocation", id), name, externalId, taxSettings: { taxExempt, taxRegistrationId } },
    contact: contact && { id: gid("CompanyContact", contact.id), title: contact.title },
  };
}
