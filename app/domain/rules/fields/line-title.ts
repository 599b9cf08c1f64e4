import { lineField } from "./field.ts";

export const lineTitle = lineField({ key: "line.title", label: "Product title", group: "lines", type: "text", read: (line) => line.title });
