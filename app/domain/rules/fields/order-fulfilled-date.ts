import { shopDate } from "../../time/shop-date.ts";
import { orderField } from "./field.ts";

export const orderFulfilledDate = orderField({
  key: "order.fulfilledDate", label: "Fulfilled date", group: "dates", type: "date",
  help: "The day on which something last shipped.",
  read: ({ fulfilments }, { timeZone }) => {
    const last = fulfilments.filter(({ succeeded }) => succeeded).map(({ at }) => at).toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds).at(-1);
    return last ? shopDate(last, timeZone) : null;
  },
});
