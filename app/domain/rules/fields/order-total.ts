import { orderField } from "./field.ts";

export const orderTotal = orderField({ key: "order.total", label: "Order total", type: "money", read: (order) => order.totals.current });
