import { optionalFlag, type Action } from "./action.ts";

export const stopCreatingInvoices: Action = { key: "stop_creating_invoices", label: "Stop creating invoices", params: optionalFlag, effect: { sets: "stopInvoices" } };
