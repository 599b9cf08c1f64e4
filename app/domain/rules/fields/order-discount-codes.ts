import { orderField } from "./field.ts";

export const orderDiscountCodes = orderField({ key: "order.discountCodes", label: "Discount codes", group: "amounts", type: "set", read: (order) => order.discountCodes });
