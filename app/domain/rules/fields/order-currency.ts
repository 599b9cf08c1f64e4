import { orderField } from "./field.ts";

export const orderCurrency = orderField({ key: "order.currency", label: "Currency", group: "amounts", type: "text", read: (order) => order.currency });
