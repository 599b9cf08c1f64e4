/** Transactions, fulfilments, payment terms and company of an order in Admin GraphQL shape as records. */
import type { FulfillmentRecord, OrderRecord, PaymentTermsRecord, PurchasingCompanyRecord, TransactionRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { gatewayNamed } from "./gateways.ts";
import { bagOf, legacyId } from "./graphql-bag.ts";
import type { GraphqlOrder } from "./graphql-shape-schema.ts";
import { toUtcSeconds } from "./instants.ts";

type SourceTransaction = NonNullable<GraphqlOrder["transactions"]>[number];
type SourceFulfillment = NonNullable<GraphqlOrder["fulfillments"]>[number];

export function importedTransaction(source: SourceTransaction, order: OrderRecord): TransactionRecord {
  const gateway = gatewayNamed(source.gateway || "manual");
  const createdAt = source.createdAt ? toUtcSeconds(source.createdAt) : order.createdAt;
  return {
    id: legacyId(source.id),
    kind: source.kind,
    status: source.status,
    test: source.test ?? false,
    gateway: gateway.gateway,
    formattedGateway: source.formattedGateway ?? gateway.formattedGateway,
    manual: source.manualPaymentGateway ?? gateway.manual,
    parentId: source.parentTransaction ? legacyId(source.parentTransaction.id) : null,
    amount: bagOf(source.amountSet, order),
    rounding: source.amountRoundingSet ? bagOf(source.amountRoundingSet, order) : null,
    paymentId: source.paymentId ?? null,
    createdAt,
    processedAt: source.processedAt ? toUtcSeconds(source.processedAt) : createdAt,
  };
}

export function importedFulfillment(shop: ShopState, order: OrderRecord, source: SourceFulfillment, index: number): FulfillmentRecord {
  const createdAt = source.createdAt ? toUtcSeconds(source.createdAt) : order.processedAt;
  return {
    id: legacyId(source.id),
    name: source.name ?? `${order.name}.${index + 1}`,
    status: source.status,
    createdAt,
    updatedAt: source.updatedAt ? toUtcSeconds(source.updatedAt) : createdAt,
    lines: (source.fulfillmentLineItems?.nodes ?? []).map((line) => ({
      id: line.id ? legacyId(line.id) : takeId(shop),
      lineId: legacyId(line.lineItem.id),
      quantity: line.quantity,
    })),
    tracking: [],
  };
}

export function importedPurchasingCompany({ purchasingEntity }: GraphqlOrder): PurchasingCompanyRecord | null {
  if (!purchasingEntity?.company || !purchasingEntity.location) return null;
  const { company, location, contact } = purchasingEntity;
  return {
    company: { id: legacyId(company.id), name: company.name, externalId: company.externalId ?? null },
    location: {
      id: legacyId(location.id),
      name: location.name,
      externalId: location.externalId ?? null,
      taxExempt: location.taxSettings?.taxExempt ?? false,
      taxRegistrationId: location.taxSettings?.taxRegistrationId ?? null,
    },
    contact: contact ? { id: legacyId(contact.id), title: contact.title ?? null } : null,
  };
}

export function importedPaymentTerms(shop: ShopState, { paymentTerms }: GraphqlOrder): PaymentTermsRecord | null {
  if (!paymentTerms) return null;
  return {
    id: legacyId(paymentTerms.id),
    name: paymentTerms.paymentTermsName,
    type: paymentTerms.paymentTermsType,
    dueInDays: paymentTerms.dueInDays ?? null,
    schedules: (paymentTerms.paymentSchedules?.nodes ?? []).map((schedule) => ({
      id: takeId(shop),
      issuedAt: schedule.issuedAt ?? null,
      dueAt: schedule.dueAt ?? null,
      completedAt: schedule.completedAt ?? null,
      amount: schedule.totalBalance.amount,
    })),
  };
}
