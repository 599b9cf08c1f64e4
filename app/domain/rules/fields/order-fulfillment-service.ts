import { orderField } from "./field.ts";

export const orderFulfillmentService = orderField({
  key: "order.fulfillmentService", label: "Fulfilment service", group: "shipping", type: "set",
  help: "Who shipped it, once something has shipped.",
  read: ({ fulfilments }) => [...new Set(fulfilments.flatMap(({ succeeded, service }) => (succeeded && service ? [service] : [])))],
});
