import { type Action, orderAction } from "./action.ts";

export const useItemForShipping: Action = orderAction({
  key: "use_item_for_shipping", label: "Use item for shipping", group: "shipping", sets: "shippingItem",
  help: "Shipping stands on this item, and posts to its account.",
  phrase: "use item {item} for shipping",
  value: { name: "item", label: "Item", kind: "item", help: "Name of an item in QuickBooks." },
});
