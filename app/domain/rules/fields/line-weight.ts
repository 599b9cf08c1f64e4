import { lineField } from "./field.ts";

export const lineWeight = lineField({
  key: "line.weight", label: "Weight in grams", group: "lines", type: "number",
  help: "Of one unit.",
  read: ({ weightGrams }) => weightGrams,
});
