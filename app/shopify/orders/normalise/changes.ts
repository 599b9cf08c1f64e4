/** What happened to an order after it was placed, in order of time: from Shopify's ledger of sales, and from its refunds what money they moved. */
import { Temporal } from "temporal-polyfill";
import { add, isNegative, negate, parseMoney, subtract, sum, zero, type Money } from "#app/domain/money/money.ts";
import type { OrderChange, Sale, SaleOf } from "#app/domain/order/change.ts";
import type { TaxLine } from "#app/domain/order/order.ts";
import { discountOf } from "./amounts.ts";
import { offStockMarker } from "./restocking.ts";
import type { ChangesSnapshot, OrderSnapshot, SaleSnapshot, ShippingLineSnapshot } from "./snapshot.ts";

/** Shopify's SaleLineType. An adjustment says how much money moved beside what was sold, which transactions say too; what is unknown to us shows as a difference of the order's total. */
const KINDS: ReadonlyMap<string, SaleOf> = new Map<string, SaleOf>([
  ["PRODUCT", "product"], ["GIFT_CARD", "product"], ["SHIPPING", "shipping"], ["TIP", "tip"], ["DUTY", "duties"], ["ADDITIONAL_FEE", "fees"], ["FEE", "fees"],
]);

const digits = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);

export function orderChanges({ changes, currencyCode: currency, shippingLines }: Pick<OrderSnapshot, "changes" | "currencyCode" | "shippingLines">): OrderChange[] {
  if (changes === null) return [];
  const shipping = shippingFinder(shippingLines, currency);
  const refunds = new Map(changes.refunds.map((refund) => [refund.id, refund]));
  const agreed = changes.agreements.filter(({ __typename }) => __typename !== "OrderAgreement").map((agreement): OrderChange => {
    const refund = agreement.refund ? refunds.get(agreement.refund.id) : undefined;
    const sales = agreement.sales.flatMap((sale) => saleOf(sale, currency)).map(offStockMarker(refund)).map((sale) => (sale.of === "shipping" && sale.lineId === null ? { ...sale, ...shipping(sale) } : sale));
    return {
      id: digits(refund?.id ?? agreement.id),
      kind: agreement.__typename === "OrderEditAgreement" ? "edit" : "refund",
      at: Temporal.Instant.from(refund?.processedAt ?? agreement.happenedAt),
      sales,
      ...movedBy(refund, currency),
    };
  });
  // An edit leaves a refund without an agreement and without money; one with money is a change of its own.
  const named = new Set(changes.agreements.flatMap(({ refund }) => (refund ? [refund.id] : [])));
  const others = changes.refunds.filter(({ id, transactions }) => !named.has(id) && transactions.length > 0).map((refund): OrderChange => ({
    id: digits(refund.id), kind: "refund", at: Temporal.Instant.from(refund.processedAt ?? refund.createdAt ?? "1970-01-01T00:00:00Z"), sales: [], ...movedBy(refund, currency),
  }));
  return [...agreed, ...others].toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
}

/** Shipping that goes back does not say of which line (schema: ShippingLineSale.shippingLine): the first one of which as much is left. */
function shippingFinder(lines: readonly ShippingLineSnapshot[], currency: string): (sale: Sale) => Pick<Sale, "lineId" | "title"> {
  const left = lines.map((line, index) => ({ lineId: line.id ?? `shipping-${index + 1}`, title: line.title, amount: subtract(parseMoney(currency, line.originalPriceSet), discountOf(currency, line.discountAllocations)) }));
  return ({ amount, title }) => {
    const line = left.find((each) => each.amount.minor >= negate(amount).minor) ?? left[0];
    if (!line) return { lineId: null, title };
    line.amount = add(line.amount, amount);
    return { lineId: line.lineId, title: line.title };
  };
}

/** Adjustments that say nothing about what the merchant kept: of a refund that is still on its way, and one that only balances a full return. */
const NOT_KEPT: ReadonlySet<string> = new Set(["PENDING_REFUND_DISCREPANCY", "FULL_RETURN_BALANCING_ADJUSTMENT"]);

/** A positive adjustment is in the merchant's favour, a negative one gave more than was owed (schema: Order.refundDiscrepancySet), which the transactions say too. */
function movedBy(refund: ChangesSnapshot["refunds"][number] | undefined, currency: string): Pick<OrderChange, "transactionIds" | "discrepancy"> {
  const adjusted = sum(currency, (refund?.orderAdjustments ?? []).filter(({ reason }) => !NOT_KEPT.has(reason ?? "")).map(({ amountSet, taxAmountSet }) => add(parseMoney(currency, amountSet), parseMoney(currency, taxAmountSet))));
  return { transactionIds: refund?.transactions.map(({ id }) => id) ?? [], discrepancy: isNegative(adjusted) ? zero(currency) : adjusted };
}

function saleOf({ lineType, quantity, totalAmount, totalTaxAmount, taxes, lineItem, shippingLine }: SaleSnapshot, currency: string): Sale[] {
  const of = KINDS.get(lineType);
  if (of === undefined) return [];
  const tax = parseMoney(currency, totalTaxAmount);
  const line = lineItem ?? shippingLine;
  return [{
    of, lineId: line?.id ?? null, title: line?.title ?? "", quantity: quantity ?? 0,
    amount: subtract(parseMoney(currency, totalAmount), tax),
    taxLines: taxLinesOf(taxes, tax, currency),
  }];
}

/** Should the taxes not come to their total, what is missing goes to the first: the total is what Shopify's own totals count. */
function taxLinesOf(taxes: SaleSnapshot["taxes"], total: Money, currency: string): TaxLine[] {
  const lines = taxes.map(({ amount, taxLine }): TaxLine => ({ title: taxLine.title, rate: String(taxLine.rate ?? 0), channelLiable: taxLine.channelLiable ?? false, amount: parseMoney(currency, amount) }));
  const missing = subtract(total, sum(currency, lines.map(({ amount }) => amount)));
  if (missing.minor === 0n) return lines;
  const [first, ...rest] = lines;
  return first ? [{ ...first, amount: add(first.amount, missing) }, ...rest] : [{ title: "Tax", rate: "0", channelLiable: false, amount: missing }];
}
