import { type Action, switchAction } from "./action.ts";

export const stopCreatingInvoices: Action = switchAction({
  key: "stop_creating_invoices", label: "Stop creating invoices", group: "documents", sets: "stopInvoices",
  help: "No invoice is made. One that exists stays.",
  phrase: "create no invoice",
});
