/** The canonical order of a snapshot. Pure; amounts are Shopify's own, and where they do not add up the proof says so, not this. */
import { Temporal } from "temporal-polyfill";
import { isNegative, MoneyError, sum } from "#app/domain/money/money.ts";
import type { Order, PaymentTerms, RiskLevel } from "#app/domain/order/order.ts";
import { fulfilmentWord, orderStatus } from "#app/domain/order/status.ts";
import { failure, success, type Result } from "#app/domain/result.ts";
import { amountsIn } from "./amounts.ts";
import { orderChanges } from "./changes.ts";
import { attributesOf, orderLine, shippingLine } from "./lines.ts";
import { address, orderCustomer } from "./people.ts";
import { type OrderSnapshot, snapshotSchema } from "./snapshot.ts";
import { statusFacts } from "./status-facts.ts";
import { orderTransaction } from "./transactions.ts";

/** Fails with the places that could not be read; never with their content, which may be a person's data. */
export function normaliseOrder(body: unknown): Result<Order, string> {
  const snapshot = snapshotSchema.safeParse(body);
  if (!snapshot.success) {
    const places = snapshot.error.issues.map(({ path, message }) => `${path.join(".") || "order"}: ${message}`);
    return failure(`the order could not be read (${places.slice(0, 5).join("; ")})`);
  }
  try {
    return success(toOrder(snapshot.data));
  } catch (error) {
    if (error instanceof MoneyError) return failure(`the order could not be read (${error.message})`);
    throw error;
  }
}

function toOrder(snapshot: OrderSnapshot): Order {
  const { currencyCode: currency, taxesIncluded } = snapshot;
  const amount = amountsIn(currency);
  const facts = statusFacts(snapshot);
  const changes = orderChanges(snapshot);
  const takenBack = changes.flatMap(({ sales }) => sales).filter((sale) => sale.quantity < 0 || isNegative(sale.amount));
  const placedAt = Temporal.Instant.from(snapshot.processedAt);
  const services = [...new Set(snapshot.fulfillments.flatMap(({ status, service }) => (status === "SUCCESS" && service ? [service.serviceName] : [])))];
  return {
    id: snapshot.id,
    name: snapshot.name,
    status: orderStatus(facts),
    paymentWord: facts.paymentWord,
    fulfilmentWord: fulfilmentWord(facts),
    test: snapshot.test,
    edited: snapshot.edited,
    currency,
    presentmentCurrency: snapshot.presentmentCurrencyCode,
    taxesIncluded,
    createdAt: snapshot.createdAt === null || snapshot.createdAt === undefined || snapshot.createdAt === snapshot.processedAt ? placedAt : Temporal.Instant.from(snapshot.createdAt),
    placedAt,
    updatedAt: Temporal.Instant.from(snapshot.updatedAt),
    cancelledAt: snapshot.cancelledAt === null ? null : Temporal.Instant.from(snapshot.cancelledAt),
    cancelReason: snapshot.cancelReason?.toLowerCase() ?? null,
    customer: orderCustomer(snapshot),
    billingAddress: address(snapshot.billingAddress),
    shippingAddress: address(snapshot.shippingAddress),
    email: snapshot.email,
    tags: snapshot.tags,
    note: snapshot.note,
    poNumber: snapshot.poNumber,
    paymentTerms: paymentTerms(snapshot),
    attributes: attributesOf(snapshot.customAttributes),
    discountCodes: snapshot.discountCodes,
    gateways: snapshot.paymentGatewayNames,
    sourceName: snapshot.sourceName,
    app: snapshot.app?.name ?? null,
    location: snapshot.retailLocation?.name ?? null,
    risk: RISKS.get(snapshot.risk?.recommendation ?? "") ?? null,
    companyLocation: snapshot.purchasingEntity?.location?.name ?? null,
    refundReasons: (snapshot.refunds ?? []).flatMap(({ note }) => note?.trim() || []),
    lines: snapshot.lineItems.map((line) => orderLine(line, { currency, taxesIncluded, takenBack, services })),
    shipping: snapshot.shippingLines.map((line, index) => shippingLine(line, index, { currency, taxesIncluded, takenBack })),
    // What was received counts tips that were taken back, too.
    tip: sum(currency, [amount(snapshot.totalTipReceivedSet), ...takenBack.filter(({ of }) => of === "tip").map((sale) => sale.amount)]),
    // Duties that are inside the prices (schema: Order.dutiesIncluded) must not be booked a second time.
    duties: amount(snapshot.dutiesIncluded ? null : snapshot.currentTotalDutiesSet),
    additionalFees: amount(snapshot.currentTotalAdditionalFeesSet),
    cashRounding: amount(snapshot.totalCashRoundingAdjustment.paymentSet),
    transactions: snapshot.transactions.map((transaction) => orderTransaction(transaction, amount)),
    fulfilments: snapshot.fulfillments.map(({ id, status, createdAt, service, location }) => ({
      id, at: Temporal.Instant.from(createdAt), succeeded: status === "SUCCESS", service: service?.serviceName ?? null, location: location?.name ?? null,
    })),
    changes,
    totals: {
      current: amount(snapshot.currentTotalPriceSet),
      tax: amount(snapshot.currentTotalTaxSet),
      netPayment: amount(snapshot.netPaymentSet),
      outstanding: amount(snapshot.totalOutstandingSet),
    },
  };
}

/** Shopify's OrderRiskRecommendationResult, in the words that merchants read in the admin; NONE means that nothing was assessed. */
const RISKS: ReadonlyMap<string, RiskLevel> = new Map([["ACCEPT", "low"], ["INVESTIGATE", "medium"], ["CANCEL", "high"]]);

/** The last day of several: until then the buyer has part of the time. */
function paymentTerms({ paymentTerms: terms }: OrderSnapshot): PaymentTerms | null {
  if (terms === null) return null;
  const dueAt = terms.paymentSchedules.nodes.flatMap((schedule) => (schedule.dueAt === null ? [] : Temporal.Instant.from(schedule.dueAt))).toSorted(Temporal.Instant.compare).at(-1);
  return { name: terms.paymentTermsName, dueAt: dueAt ?? null };
}
