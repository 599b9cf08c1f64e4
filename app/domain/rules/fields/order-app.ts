import { orderField } from "./field.ts";

export const orderApp = orderField({
  key: "order.app", label: "App", group: "order", type: "text",
  help: "The app that made the order.",
  read: ({ app }) => app,
});
