import { attributeNamed } from "./attribute-named.ts";
import { lineField } from "./field.ts";

export const lineProperty = lineField({
  key: "line.property", label: "Property", group: "lines", type: "text",
  help: "Detail of a line with this name, such as an engraving.",
  parameter: { label: "Property name", help: "As it stands in Shopify, such as engraving." },
  read: ({ properties }, _context, name) => attributeNamed(properties, name),
});
