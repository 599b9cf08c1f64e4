import { lineField } from "./field.ts";

export const lineVendor = lineField({ key: "line.vendor", label: "Vendor", type: "text", read: (line) => line.vendor });
