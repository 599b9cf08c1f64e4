import { lineField } from "./field.ts";

export const lineSellingPlan = lineField({
  key: "line.sellingPlan", label: "Selling plan", group: "lines", type: "text",
  help: "Of subscriptions and pre-orders.",
  read: ({ sellingPlan }) => sellingPlan,
});
