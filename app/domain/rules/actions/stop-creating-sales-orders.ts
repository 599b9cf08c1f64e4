import { type Action, switchAction } from "./action.ts";

export const stopCreatingSalesOrders: Action = switchAction({
  key: "stop_creating_sales_orders", label: "Stop creating sales orders", group: "documents", sets: "stopSalesOrders",
  help: "No sales order is made. One that exists stays.",
  phrase: "create no sales order",
});
