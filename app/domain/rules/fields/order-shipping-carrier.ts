import { orderField } from "./field.ts";

export const orderShippingCarrier = orderField({
  key: "order.shippingCarrier", label: "Shipping carrier", group: "shipping", type: "set",
  help: "Only for rates that a carrier worked out.",
  read: ({ shipping }) => shipping.flatMap(({ carrier }) => carrier ?? []),
});
