import { ORDER_STATUSES } from "../../order/status.ts";
import { orderField } from "./field.ts";

export const orderStatus = orderField({ key: "order.status", label: "Order status", group: "order", type: "choice", choices: ORDER_STATUSES, read: (order) => order.status });
