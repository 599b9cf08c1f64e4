import { orderField } from "./field.ts";

export const orderNumber = orderField({
  key: "order.number", label: "Order number", group: "order", type: "number",
  help: "The last number in the name of the order: 1001 of #1001.",
  read: ({ name }) => {
    const digits = /(\d{1,15})\D*$/.exec(name)?.[1];
    return digits === undefined ? null : Number(digits);
  },
});
