import { attributeNamed } from "./attribute-named.ts";
import { orderField } from "./field.ts";

export const orderAttribute = orderField({
  key: "order.attribute",
  label: "Attribute",
  help: "Additional detail of the order with this name, as a shop's theme or an app notes it.",
  group: "order",
  type: "text",
  parameter: { label: "Attribute name", help: "As it stands in Shopify, such as gift_note." },
  read: ({ attributes }, _context, name) => attributeNamed(attributes, name),
});
