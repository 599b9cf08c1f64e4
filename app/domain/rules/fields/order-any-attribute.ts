import { orderField } from "./field.ts";

export const orderAnyAttribute = orderField({
  key: "order.anyAttribute", label: "Any attribute", group: "order", type: "set",
  help: "The values of all additional details of the order.",
  read: ({ attributes }) => attributes.map(({ value }) => value),
});
