import { orderField } from "./field.ts";

export const orderCardBrand = orderField({
  key: "order.cardBrand", label: "Card brand", group: "payment", type: "set",
  help: "Such as Visa, of each card that paid.",
  read: ({ transactions }) => [...new Set(transactions.flatMap(({ succeeded, cardBrand }) => (succeeded && cardBrand ? [cardBrand] : [])))],
});
