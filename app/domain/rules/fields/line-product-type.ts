import { lineField } from "./field.ts";

export const lineProductType = lineField({
  key: "line.productType", label: "Product type", group: "lines", type: "text",
  read: ({ productType }) => productType,
});
