import { type Action, orderAction } from "./action.ts";

export const setDocumentNumber: Action = orderAction({
  key: "set_document_number", label: "Set document number", group: "order", sets: "documentNumber",
  help: "Takes the place of the order name; further documents of the order get their endings.",
  phrase: "use {value} as document number",
  value: { name: "value", label: "Number", kind: "text", help: "Every order needs a number of its own, so it comes from the order.", sources: ["copy", "template"], maxLength: 21 },
});
