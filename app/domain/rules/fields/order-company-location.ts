import { orderField } from "./field.ts";

export const orderCompanyLocation = orderField({
  key: "order.companyLocation", label: "B2B company location", group: "customer", type: "text",
  read: ({ companyLocation }) => companyLocation,
});
