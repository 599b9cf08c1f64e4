import { orderField } from "./field.ts";

export const orderNote = orderField({
  key: "order.note", label: "Note", group: "order", type: "text",
  read: ({ note }) => note,
});
