import { lineField } from "./field.ts";

export const lineCollection = lineField({
  key: "line.collection", label: "Collection", group: "lines", type: "set",
  help: "Titles of up to five collections that hold the product.",
  read: ({ collections }) => collections,
});
