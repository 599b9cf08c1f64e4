import { lineField } from "./field.ts";

export const lineRequiresShipping = lineField({
  key: "line.requiresShipping", label: "Requires shipping", group: "lines", type: "yes_no",
  read: ({ requiresShipping }) => requiresShipping,
});
