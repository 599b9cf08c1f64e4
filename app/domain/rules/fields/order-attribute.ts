import { foldText } from "../values/text.ts";
import { orderField } from "./field.ts";

/** Several of one name are read as the first that has a value. */
export const orderAttribute = orderField({
  key: "order.attribute",
  label: "Attribute",
  help: "Additional detail of the order with this name, as a shop's theme or an app notes it.",
  group: "order",
  type: "text",
  parameter: { label: "Attribute name", help: "As it stands in Shopify, such as gift_note." },
  read: ({ attributes }, _context, name) => attributes.find((each) => foldText(each.name) === foldText(name) && each.value.trim() !== "")?.value ?? null,
});
