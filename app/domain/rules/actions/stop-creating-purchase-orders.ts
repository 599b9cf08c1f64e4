import { type Action, switchAction } from "./action.ts";

export const stopCreatingPurchaseOrders: Action = switchAction({
  key: "stop_creating_purchase_orders", label: "Stop creating purchase orders", group: "documents", sets: "stopPurchaseOrders",
  help: "No purchase order is made for lines that vendors ship; one that exists stays.",
  phrase: "create no purchase order",
});
