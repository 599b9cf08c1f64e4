import { type Action, switchAction } from "./action.ts";

export const markAsPaid: Action = switchAction({
  key: "mark_as_paid", label: "Mark as paid", group: "documents", sets: "markAsPaid",
  help: "A payment of what is outstanding is recorded at once; when the money comes in Shopify, it becomes that payment.",
  phrase: "record a payment of what is outstanding",
});
