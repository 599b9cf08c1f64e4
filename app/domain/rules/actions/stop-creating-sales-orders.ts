import { optionalFlag, type Action } from "./action.ts";

export const stopCreatingSalesOrders: Action = { key: "stop_creating_sales_orders", label: "Stop creating sales orders", params: optionalFlag, effect: { sets: "stopSalesOrders" } };
