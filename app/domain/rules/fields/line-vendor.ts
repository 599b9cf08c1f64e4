import { lineField } from "./field.ts";

export const lineVendor = lineField({ key: "line.vendor", label: "Vendor", group: "lines", type: "text", read: (line) => line.vendor });
