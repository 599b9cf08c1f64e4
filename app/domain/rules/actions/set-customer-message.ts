import { type Action, orderAction } from "./action.ts";

export const setCustomerMessage: Action = orderAction({
  key: "set_customer_message", label: "Set customer message", group: "order", sets: "customerMessage",
  help: "What the customer reads on the form.",
  phrase: "tell the customer “{value}”",
  value: { name: "value", label: "Message", kind: "text", help: "At most 1,000 characters.", maxLength: 1_000 },
});
