import { lineField } from "./field.ts";

export const lineTaxable = lineField({
  key: "line.taxable", label: "Is taxable", group: "lines", type: "yes_no",
  read: ({ taxable }) => taxable,
});
