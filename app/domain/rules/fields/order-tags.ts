import { orderField } from "./field.ts";

export const orderTags = orderField({ key: "order.tags", label: "Order tags", group: "order", type: "set", read: (order) => order.tags });
