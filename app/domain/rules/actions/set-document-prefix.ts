import { type Action, orderAction } from "./action.ts";

export const setDocumentPrefix: Action = orderAction({
  key: "set_document_prefix", label: "Set document number prefix", group: "order", sets: "numberPrefix",
  help: "Stands before the number, after the prefix from settings.",
  phrase: "put {value} before the document number",
  value: { name: "value", label: "Prefix", kind: "text", help: "At most 10 characters.", maxLength: 10 },
});
