import { type Action, switchAction } from "./action.ts";

export const markAsUnpaid: Action = switchAction({
  key: "mark_as_unpaid", label: "Mark as unpaid", group: "documents", sets: "markAsUnpaid", mustBeWritten: true,
  help: "No payment is recorded, whatever Shopify says. Shopify is not changed.",
  phrase: "record no payment (Shopify is not changed)",
});
