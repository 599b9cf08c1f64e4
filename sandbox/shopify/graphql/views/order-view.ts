/** Order: every field is read or derived from the record when it is asked for. */
import { fulfillmentStatus, financialStatus } from "../../orders/order-status.ts";
import { gatewayNames } from "../../orders/transactions.ts";
import type { OrderRecord } from "../../state/order-record.ts";
import { salesAgreements } from "../../orders/sales-agreements.ts";
import { agreementView } from "./agreement-view.ts";
import { addressView, customerOfOrder, purchasingEntityView } from "./buyer-view.ts";
import { fulfillmentView } from "./fulfillment-view.ts";
import { lineItemView } from "./line-item-view.ts";
import { connectionField, listField } from "./list-view.ts";
import { orderMoneyView } from "./order-money-view.ts";
import { paymentTermsView } from "./payment-terms-view.ts";
import { refundView } from "./refund-view.ts";
import { shippingLineView } from "./shipping-line-view.ts";
import { transactionView } from "./transaction-view.ts";
import type { PageArguments } from "../connection.ts";
import type { View, ViewContext } from "./view-context.ts";
import { gid } from "./view-context.ts";

export function orderView(order: OrderRecord, context: ViewContext): View {
  return { ...headerView(order, context), ...orderMoneyView(order), ...partsView(order, context) };
}

function headerView(order: OrderRecord, { shop }: ViewContext): View {
  const { id, name, number, confirmationNumber, poNumber, note, test, tags, sourceName, taxesIncluded, taxExempt, email, phone } = order;
  const { createdAt, processedAt, updatedAt, cancelledAt, cancelReason, closedAt, customAttributes } = order;
  return {
    __typename: "Order",
    ...{ name, number, confirmationNumber, poNumber, note, test, tags, sourceName, taxesIncluded, taxExempt, email, phone },
    ...{ createdAt, processedAt, updatedAt, cancelledAt, cancelReason, closedAt, customAttributes },
    id: gid("Order", id),
    legacyResourceId: id,
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentmentCurrency,
    edited: order.edits.length > 0,
    confirmed: true,
    closed: closedAt !== null,
    estimatedTaxes: false,
    dutiesIncluded: false,
    returnStatus: "NO_RETURN",
    displayFinancialStatus: () => financialStatus(order),
    displayFulfillmentStatus: () => fulfillmentStatus(order),
    paymentGatewayNames: () => gatewayNames(order),
    discountCodes: order.discountApplications.filter(({ kind }) => kind === "code").map(({ label }) => label),
    merchantBusinessEntity: { id: gid("BusinessEntity", shop.id), companyName: shop.name, primary: true },
    disputes: (order.disputes ?? []).map(({ id: disputeId, status, initiatedAs }) => ({ id: gid("OrderDisputeSummary", disputeId), initiatedAs, status })),
    app: order.app ? { id: gid("OrderApp", order.id), name: order.app } : null,
    retailLocation: order.location ? { __typename: "Location", id: gid("Location", order.id), name: order.location } : null,
    risk: { recommendation: order.risk ?? "NONE" },
  };
}

function partsView(order: OrderRecord, context: ViewContext): View {
  return {
    customer: () => customerOfOrder(order, context),
    purchasingEntity: () => purchasingEntityView(order, context),
    billingAddress: () => addressView(order.billingAddress, order, "billing"),
    shippingAddress: () => addressView(order.shippingAddress, order, "shipping"),
    paymentTerms: () => order.paymentTerms && paymentTermsView(order.paymentTerms, order, context),
    lineItems: connectionField(order.lines, (line) => lineItemView(line, order)),
    shippingLines: ({ includeRemovals, ...page }: PageArguments & { includeRemovals?: boolean }) => {
      const shown = order.shippingLines.filter((line) => includeRemovals || !line.removed);
      return connectionField(shown, (line) => shippingLineView(line, order))(page);
    },
    transactions: listField(order.transactions, (transaction) => transactionView(transaction, order)),
    fulfillments: listField(order.fulfillments, (fulfillment) => fulfillmentView(fulfillment, order, context)),
    refunds: listField(order.refunds, (refund) => refundView(refund, order)),
    agreements: (page: PageArguments) => connectionField(salesAgreements(order), (agreement) => agreementView(agreement, order, () => orderView(order, context)))(page),
  };
}
