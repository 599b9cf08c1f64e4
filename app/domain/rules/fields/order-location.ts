import { orderField } from "./field.ts";

export const orderLocation = orderField({
  key: "order.location", label: "Location", group: "order", type: "text",
  help: "The shop location where it was sold; online orders have none.",
  read: ({ location }) => location,
});
