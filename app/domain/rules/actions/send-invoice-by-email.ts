import { type Action, switchAction } from "./action.ts";

export const sendInvoiceByEmail: Action = switchAction({
  key: "send_invoice_by_email", label: "Send the invoice by e-mail", group: "order", sets: "emailInvoice",
  help: "The invoice is marked to be sent to the e-mail of the order.",
  phrase: "e-mail the invoice",
});
