import { orderField } from "./field.ts";

export const orderSourceName = orderField({ key: "order.sourceName", label: "Sales channel", group: "order", type: "text", read: (order) => order.sourceName });
