import { lineField } from "./field.ts";

export const lineSku = lineField({ key: "line.sku", label: "SKU", group: "lines", type: "text", read: (line) => line.sku });
