import type { FulfilmentWord } from "../../order/status.ts";
import { orderField } from "./field.ts";

const FULFILMENT_WORDS = ["unfulfilled", "partially_fulfilled", "fulfilled"] as const satisfies readonly FulfilmentWord[];

export const orderFulfillmentStatus = orderField({
  key: "order.fulfillmentStatus",
  label: "Fulfilment status",
  group: "shipping",
  type: "choice",
  choices: FULFILMENT_WORDS,
  read: (order) => order.fulfilmentWord,
});
