import { lineField } from "./field.ts";

export const lineGiftCard = lineField({ key: "line.giftCard", label: "Gift card", group: "lines", type: "yes_no", read: (line) => line.giftCard });
