import { type Action, orderAction } from "./action.ts";

export const setTerms: Action = orderAction({
  key: "set_terms", label: "Set terms", group: "order", sets: "terms",
  help: "The terms of the invoice.",
  phrase: "use terms {terms}",
  value: { name: "terms", label: "Terms", kind: "term", help: "Payment terms of QuickBooks." },
});
