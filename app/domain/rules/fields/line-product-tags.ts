import { lineField } from "./field.ts";

export const lineProductTags = lineField({
  key: "line.productTags", label: "Product tags", group: "lines", type: "set",
  read: ({ productTags }) => productTags,
});
