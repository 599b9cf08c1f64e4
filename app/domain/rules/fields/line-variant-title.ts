import { lineField } from "./field.ts";

export const lineVariantTitle = lineField({
  key: "line.variantTitle", label: "Variant title", group: "lines", type: "text",
  read: ({ variantTitle }) => variantTitle,
});
