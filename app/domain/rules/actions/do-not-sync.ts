import { type Action, treatmentAction } from "./action.ts";

export const doNotSync: Action = treatmentAction({
  key: "do_not_sync", label: "Do not sync the order", settles: "skip",
  help: "Nothing is made for the order, and no rule below is asked. An order that is in QuickBooks already is followed all the same.",
  phrase: "do not sync the order",
});
