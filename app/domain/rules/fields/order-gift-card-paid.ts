import { giftCardTransactions } from "../../order/order.ts";
import { orderField } from "./field.ts";

export const orderGiftCardPaid = orderField({
  key: "order.giftCardPaid", label: "Gift card was used", group: "payment", type: "yes_no",
  read: (order) => giftCardTransactions(order).length > 0,
});
