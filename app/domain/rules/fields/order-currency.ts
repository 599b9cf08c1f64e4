import { orderField } from "./field.ts";

export const orderCurrency = orderField({ key: "order.currency", label: "Currency", type: "text", read: (order) => order.currency });
