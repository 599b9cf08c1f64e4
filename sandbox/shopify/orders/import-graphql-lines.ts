/** Lines, shipping lines, taxes and discounts of an order in Admin GraphQL shape as records. */
import type { BagCurrencies } from "../money/bag.ts";
import type { AllocationRecord, DiscountApplicationRecord, LineRecord, ShippingLineRecord, TaxLineRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import { takeId } from "../state/shop-state.ts";
import { bagOf, legacyId } from "./graphql-bag.ts";
import type { GraphqlAllocation, GraphqlOrder, GraphqlTaxLine } from "./graphql-shape-schema.ts";

type SourceLine = GraphqlOrder["lineItems"]["nodes"][number];
type SourceShippingLine = NonNullable<GraphqlOrder["shippingLines"]>["nodes"][number];

export function importedLine(line: SourceLine, currencies: BagCurrencies): LineRecord {
  const currentQuantity = line.currentQuantity ?? line.quantity;
  return {
    id: legacyId(line.id),
    name: line.name ?? line.title,
    title: line.title,
    variantTitle: line.variantTitle ?? null,
    sku: line.sku ?? null,
    vendor: line.vendor ?? null,
    quantity: line.quantity,
    currentQuantity,
    fulfilledQuantity: currentQuantity - (line.unfulfilledQuantity ?? currentQuantity),
    taxable: line.taxable ?? true,
    requiresShipping: line.requiresShipping ?? true,
    giftCard: line.isGiftCard ?? false,
    unitPrice: bagOf(line.originalUnitPriceSet, currencies),
    taxLines: (line.taxLines ?? []).map((tax) => importedTaxLine(tax, currencies)),
    allocations: toAllocations(line.discountAllocations, currencies),
    customAttributes: (line.customAttributes ?? []).map(({ key, value }) => ({ key, value: value ?? null })),
    product: line.product ? { id: legacyId(line.product.id), productType: line.product.productType ?? "" } : null,
    variant: line.variant ? toVariant(line.variant) : null,
  };
}

function toVariant(variant: NonNullable<SourceLine["variant"]>): NonNullable<LineRecord["variant"]> {
  return {
    id: legacyId(variant.id),
    barcode: variant.barcode ?? null,
    inventoryItemId: legacyId(variant.inventoryItem?.id ?? variant.id),
    tracked: variant.inventoryItem?.tracked ?? false,
    unitCost: variant.inventoryItem?.unitCost?.amount ?? null,
  };
}

export function importedShippingLine(shop: ShopState, line: SourceShippingLine, currencies: BagCurrencies): ShippingLineRecord {
  return {
    id: line.id ? legacyId(line.id) : takeId(shop),
    title: line.title,
    code: line.code ?? null,
    source: line.source ?? null,
    removed: line.isRemoved ?? false,
    custom: line.custom ?? false,
    price: bagOf(line.originalPriceSet, currencies),
    taxLines: (line.taxLines ?? []).map((tax) => importedTaxLine(tax, currencies)),
    allocations: toAllocations(line.discountAllocations, currencies),
  };
}

export function importedTaxLine(tax: GraphqlTaxLine, currencies: BagCurrencies): TaxLineRecord {
  return {
    title: tax.title,
    rate: tax.rate ?? null,
    source: tax.source ?? null,
    channelLiable: tax.channelLiable ?? null,
    price: bagOf(tax.priceSet, currencies),
  };
}

/** Stands for an application that no allocation names: only its place is known. */
const UNALLOCATED: DiscountApplicationRecord = {
  kind: "automatic",
  label: "",
  description: null,
  targetType: "LINE_ITEM",
  targetSelection: "ALL",
  allocationMethod: "ACROSS",
  value: { amount: "0" },
};

/** Every application that an allocation names, at its own index; gaps are filled, so that positions stay indexes. */
export function discountApplications(source: GraphqlOrder): DiscountApplicationRecord[] {
  const items = [...source.lineItems.nodes, ...(source.shippingLines?.nodes ?? [])];
  const named = items.flatMap((item) => item.discountAllocations ?? []).map(({ discountApplication }) => discountApplication);
  const length = Math.max(0, ...named.map(({ index }) => index + 1));
  return Array.from({ length }, (_, position) => {
    const application = named.find(({ index }) => index === position);
    return application ? toApplication(application) : UNALLOCATED;
  });
}

function toApplication(application: GraphqlAllocation["discountApplication"]): DiscountApplicationRecord {
  const { code, title, description, targetType, targetSelection, allocationMethod, value } = application;
  return {
    kind: code ? "code" : "automatic",
    label: code ?? title ?? "",
    description: description ?? null,
    targetType,
    targetSelection,
    allocationMethod,
    value,
  };
}

function toAllocations(allocations: readonly GraphqlAllocation[] | null | undefined, currencies: BagCurrencies): AllocationRecord[] {
  return (allocations ?? []).map(({ allocatedAmountSet, discountApplication }) => ({
    application: discountApplication.index,
    amount: bagOf(allocatedAmountSet, currencies),
  }));
}
