import { orderField } from "./field.ts";

export const orderName = orderField({ key: "order.name", label: "Order name", group: "order", type: "text", read: (order) => order.name });
