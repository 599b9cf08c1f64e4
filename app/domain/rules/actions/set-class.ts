import { type Action, orderAction } from "./action.ts";

export const setClass: Action = orderAction({
  key: "set_class", label: "Set class", group: "order", sets: "class",
  help: "Classes all lines that no rule gives another class.",
  phrase: "use class {class}",
  value: { name: "class", label: "Class", kind: "class", help: "A class of QuickBooks; sent where class tracking is on." },
});
