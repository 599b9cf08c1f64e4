import { orderField } from "./field.ts";

export const orderTotal = orderField({ key: "order.total", label: "Order total", group: "amounts", type: "money", read: (order) => order.totals.current });
