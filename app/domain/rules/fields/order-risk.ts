import { orderField } from "./field.ts";

export const orderRisk = orderField({
  key: "order.risk", label: "Risk level", group: "order", type: "choice", choices: ["low", "medium", "high"],
  read: ({ risk }) => risk,
});
