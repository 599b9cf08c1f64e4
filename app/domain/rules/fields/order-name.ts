import { orderField } from "./field.ts";

export const orderName = orderField({ key: "order.name", label: "Order name", type: "text", read: (order) => order.name });
