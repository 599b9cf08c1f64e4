import { type Action, orderAction } from "./action.ts";

export const setDocumentSuffix: Action = orderAction({
  key: "set_document_suffix", label: "Set document number suffix", group: "order", sets: "numberSuffix",
  help: "Stands after the number.",
  phrase: "put {value} after the document number",
  value: { name: "value", label: "Suffix", kind: "text", help: "At most 10 characters.", maxLength: 10 },
});
