import { isZero } from "../../money/money.ts";
import { lineField } from "./field.ts";

export const lineDiscounted = lineField({
  key: "line.discounted", label: "Is discounted", group: "lines", type: "yes_no",
  read: ({ discount }) => !isZero(discount),
});
