import { type Action, orderAction } from "./action.ts";

export const useItemForDiscount: Action = orderAction({
  key: "use_item_for_discount", label: "Use item for discount", group: "shipping", sets: "discountItem",
  help: "The discount stands on this item as a negative line, and posts to its account.",
  phrase: "use item {item} for the discount",
  value: { name: "item", label: "Item", kind: "item", help: "Name of an item in QuickBooks." },
});
