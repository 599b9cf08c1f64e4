/** SalesAgreement with its sales: Shopify's ledger of what was sold and taken back. */
import type { Agreement, Sale } from "../../orders/sales-agreements.ts";
import type { LineRecord, OrderRecord } from "../../state/order-record.ts";
import { dutyView, feeView } from "./charge-view.ts";
import { lineItemView } from "./line-item-view.ts";
import { connectionField } from "./list-view.ts";
import { minorBagView } from "./money-view.ts";
import { refundView } from "./refund-view.ts";
import { shippingLineView } from "./shipping-line-view.ts";
import { taxLineView } from "./tax-line-view.ts";
import type { View } from "./view-context.ts";
import { gid } from "./view-context.ts";

const KINDS = {
  order: { __typename: "OrderAgreement", reason: "ORDER" },
  edit: { __typename: "OrderEditAgreement", reason: "ORDER_EDIT" },
  refund: { __typename: "RefundAgreement", reason: "REFUND" },
} as const satisfies Record<Agreement["by"], { __typename: string; reason: string }>;

export function agreementView(agreement: Agreement, order: OrderRecord, orderOf: () => View): View {
  const sales = agreement.sales.map((sale, index) => ({ id: saleId(agreement, index), sale }));
  return {
    ...KINDS[agreement.by],
    id: gid("SalesAgreement", agreement.id),
    happenedAt: agreement.at,
    sales: connectionField(sales, ({ id, sale }) => saleView(id, sale, order)),
    ...(agreement.by === "order" && { order: orderOf }),
    ...(agreement.by === "refund" && { refund: () => refundView(agreement.refund, order) }),
  };
}

/** The ledger only grows, so a sale's place in its agreement is a name that lasts. */
function saleId({ id }: Agreement, index: number): string {
  return `${id}${String(index + 1).padStart(4, "0")}`;
}

function saleView(id: string, sale: Sale, order: OrderRecord): View {
  const discount = minorBagView(sale.discount, order);
  return {
    ...kindOf(sale, order),
    id: gid("Sale", id),
    actionType: sale.actionType,
    quantity: sale.quantity,
    totalAmount: minorBagView(sale.total, order),
    totalTaxAmount: minorBagView(sale.tax, order),
    totalDiscountAmountBeforeTaxes: discount,
    totalDiscountAmountAfterTaxes: discount,
    taxes: sale.taxes.map(({ taxLine, amount }, index) => ({ id: gid("SaleTax", `${id}${index + 1}`), amount: minorBagView(amount, order), taxLine: taxLineView(taxLine, order) })),
  };
}

function kindOf(sale: Sale, order: OrderRecord): View {
  switch (sale.of) {
    case "line": {
      const { line } = sale;
      const lineItem = (): View => lineItemView(line, order);
      return line.giftCard ? { __typename: "GiftCardSale", lineType: "GIFT_CARD", lineItem } : { __typename: "ProductSale", lineType: "PRODUCT", lineItem };
    }
    case "shipping": {
      const { line, actionType } = sale;
      // Schema: "not available if the SaleActionType is a return".
      return { __typename: "ShippingLineSale", lineType: "SHIPPING", shippingLine: actionType === "RETURN" ? null : () => shippingLineView(line, order) };
    }
    case "tip":
      return { __typename: "TipSale", lineType: "TIP", lineItem: () => lineItemView(tipLine(order), order) };
    case "charge":
      return sale.charge.of === "duties"
        ? { __typename: "DutySale", lineType: "DUTY", duty: () => dutyView(sale.charge, order) }
        : { __typename: "AdditionalFeeSale", lineType: "ADDITIONAL_FEE", additionalFee: () => feeView(sale.charge, order, "SaleAdditionalFee") };
    case "adjustment":
      return { __typename: "AdjustmentSale", lineType: "ADJUSTMENT" };
  }
}

/** Shopify keeps a tip as a line item; here it is none, so one is made up for the ledger's sake. */
function tipLine(order: OrderRecord): LineRecord {
  return {
    id: `${order.id}1`, name: "Tip", title: "Tip", variantTitle: null, sku: null, vendor: null, quantity: 1, currentQuantity: 1, fulfilledQuantity: 0,
    taxable: false, requiresShipping: false, giftCard: false, unitPrice: order.tip, taxLines: [], allocations: [], customAttributes: [], product: null, variant: null,
  };
}
