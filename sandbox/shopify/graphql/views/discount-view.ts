/** DiscountAllocation and the kinds of DiscountApplication. */
import type { AllocationRecord, DiscountApplicationRecord, OrderRecord } from "../../state/order-record.ts";
import { bagView, moneyView } from "./money-view.ts";
import type { View } from "./view-context.ts";

const TYPENAMES: Record<DiscountApplicationRecord["kind"], string> = {
  code: "DiscountCodeApplication",
  automatic: "AutomaticDiscountApplication",
  manual: "ManualDiscountApplication",
  script: "ScriptDiscountApplication",
};

export function allocationViews(allocations: readonly AllocationRecord[], order: OrderRecord): View[] {
  return allocations.map((allocation) => ({
    allocatedAmountSet: bagView(allocation.amount, order),
    discountApplication: applicationView(order, allocation.application),
  }));
}

function applicationView(order: OrderRecord, index: number): View | null {
  const application = order.discountApplications[index];
  if (!application) return null;
  const { kind, label, description, targetType, targetSelection, allocationMethod, value } = application;
  return {
    __typename: TYPENAMES[kind],
    index,
    targetType,
    targetSelection,
    allocationMethod,
    code: label,
    title: label,
    description,
    value: "amount" in value ? moneyView(value.amount, order.currency) : { __typename: "PricingPercentageValue", percentage: value.percentage },
  };
}
