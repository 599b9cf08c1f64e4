import { orderField } from "./field.ts";

export const orderFulfillmentLocation = orderField({
  key: "order.fulfillmentLocation", label: "Fulfilment location", group: "shipping", type: "set",
  help: "Where it shipped from, once something has shipped.",
  read: ({ fulfilments }) => [...new Set(fulfilments.flatMap(({ succeeded, location }) => (succeeded && location ? [location] : [])))],
});
