import { orderField } from "./field.ts";

export const orderEmailDomain = orderField({
  key: "order.emailDomain", label: "E-mail domain", group: "customer", type: "text",
  help: "What stands after the @.",
  read: ({ email, customer }) => (email ?? customer?.email ?? "").split("@")[1] ?? null,
});
