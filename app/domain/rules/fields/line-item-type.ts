import { ITEM_TYPES } from "../../books/books.ts";
import { lineField } from "./field.ts";

export const lineItemType = lineField({
  key: "line.itemType", label: "QuickBooks item type", group: "lines", type: "choice", choices: ITEM_TYPES,
  help: "What the item of the line is in QuickBooks; none while it has no item there.",
  read: (line, { itemType }) => itemType(line),
});
