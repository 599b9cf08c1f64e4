import { orderField } from "./field.ts";

export const orderPoNumber = orderField({
  key: "order.poNumber", label: "PO number", group: "order", type: "text",
  read: ({ poNumber }) => poNumber,
});
