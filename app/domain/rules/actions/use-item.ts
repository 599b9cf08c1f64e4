import { type Action, lineAction } from "./action.ts";

export const useItem: Action = lineAction({
  key: "use_item", label: "Use item", group: "lines", setsOnLines: "item",
  help: "The lines use this item of QuickBooks, and post to its account.",
  phrase: "use item {item} for {lines}",
  value: { name: "item", label: "Item", kind: "item", help: "Name of an item in QuickBooks." },
});
