import { lineField } from "./field.ts";

export const lineQuantity = lineField({ key: "line.quantity", label: "Quantity", group: "lines", type: "number", read: (line) => line.quantity });
