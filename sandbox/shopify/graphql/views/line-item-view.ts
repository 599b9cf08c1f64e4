/** LineItem with its product and variant. */
import { divideBag, subtractBags } from "../../money/bag.ts";
import type { MinorBag } from "../../money/bag.ts";
import { lineAmounts } from "../../orders/current-amounts.ts";
import { allocatedTo, grossOf } from "../../orders/price-totals.ts";
import { unfulfilledQuantity } from "../../orders/order-status.ts";
import type { DiscountApplicationRecord, LineRecord, OrderRecord } from "../../state/order-record.ts";
import { allocationViews } from "./discount-view.ts";
import { connectionField, listField } from "./list-view.ts";
import { bagView, minorBagView, moneyView } from "./money-view.ts";
import { taxLineView } from "./tax-line-view.ts";
import type { View } from "./view-context.ts";
import { gid } from "./view-context.ts";

export function lineItemView(line: LineRecord, order: OrderRecord): View {
  const gross = grossOf(line, order);
  const net = subtractBags(gross, allocatedTo(line, order));
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    name: line.name,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    unfulfilledQuantity: unfulfilledQuantity(line),
    refundableQuantity: line.currentQuantity,
    nonFulfillableQuantity: line.quantity - line.currentQuantity,
    taxable: line.taxable,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.giftCard,
    originalUnitPriceSet: bagView(line.unitPrice, order),
    originalTotalSet: minorBagView(gross, order),
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean }) =>
      minorBagView(subtractBags(gross, lineLevelDiscounts(line, order, withCodeDiscounts ?? false)), order),
    totalDiscountSet: minorBagView(lineLevelDiscounts(line, order, true), order),
    discountedUnitPriceAfterAllDiscountsSet: minorBagView(divideBag(net, line.quantity), order),
    priceAfterAllDiscountsBeforeTaxesSet: minorBagView(currentPriceBeforeTaxes(line, order), order),
    taxLines: listField(line.taxLines, (tax) => taxLineView(tax, order)),
    discountAllocations: allocationViews(line.allocations, order),
    duties: [],
    customAttributes: line.customAttributes,
    sellingPlan: line.sellingPlan ? { name: line.sellingPlan } : null,
    weight: line.grams === undefined || line.grams === null ? null : { value: line.grams, unit: "GRAMS" },
    product: line.product && productView(line.product, line),
    variant: line.variant && variantView(line.variant, line, order),
  };
}

/** Discounts of single lines; a code that is spread across the order is an order-level discount (schema: LineItem.totalDiscountSet). */
function lineLevelDiscounts(line: LineRecord, order: OrderRecord, withCodes: boolean): MinorBag {
  const counts = (application: DiscountApplicationRecord | undefined): boolean =>
    application !== undefined && !(application.targetSelection === "ALL" && application.allocationMethod === "ACROSS") && (withCodes || application.kind !== "code");
  const counted = line.allocations.filter(({ application }) => counts(order.discountApplications[application]));
  return allocatedTo({ allocations: counted }, order);
}

function currentPriceBeforeTaxes(line: LineRecord, order: OrderRecord): MinorBag {
  const { net, tax } = lineAmounts(line, order);
  return order.taxesIncluded ? subtractBags(net, tax) : net;
}

const productView = ({ id, productType, tags = [], collections = [] }: NonNullable<LineRecord["product"]>, { vendor }: LineRecord): View => ({
  id: gid("Product", id),
  productType,
  vendor: vendor ?? "",
  tags,
  collections: connectionField(collections.map((title, index) => ({ id: `${id}${index}`, title })), (collection) => ({ __typename: "Collection", id: gid("Collection", collection.id), title: collection.title })),
});

function variantView(variant: NonNullable<LineRecord["variant"]>, line: LineRecord, order: OrderRecord): View {
  return {
    id: gid("ProductVariant", variant.id),
    sku: line.sku,
    barcode: variant.barcode,
    inventoryItem: {
      id: gid("InventoryItem", variant.inventoryItemId),
      tracked: variant.tracked,
      unitCost: variant.unitCost === null ? null : moneyView(variant.unitCost, order.currency),
    },
  };
}
