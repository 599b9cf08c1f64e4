import { lineField } from "./field.ts";

export const linePrice = lineField({ key: "line.price", label: "Unit price", group: "lines", type: "money", read: (line) => line.unitPrice });
