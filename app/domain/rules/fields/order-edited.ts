import { orderField } from "./field.ts";

export const orderEdited = orderField({
  key: "order.edited", label: "Is edited", group: "order", type: "yes_no",
  read: ({ edited }) => edited,
});
