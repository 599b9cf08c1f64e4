import { lineField } from "./field.ts";

export const linePrice = lineField({ key: "line.price", label: "Unit price", type: "money", read: (line) => line.unitPrice });
