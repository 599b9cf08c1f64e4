import { orderField } from "./field.ts";

export const orderTest = orderField({ key: "order.test", label: "Test order", group: "order", type: "yes_no", read: (order) => order.test });
