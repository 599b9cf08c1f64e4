import { lineField } from "./field.ts";

export const lineFulfillmentService = lineField({
  key: "line.fulfillmentService", label: "Fulfilment service", group: "lines", type: "set",
  help: "Who shipped the order, once something of the line has shipped.",
  read: ({ fulfilmentServices }) => fulfilmentServices,
});
