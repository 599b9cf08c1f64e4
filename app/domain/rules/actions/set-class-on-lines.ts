import { type Action, lineAction } from "./action.ts";

export const setClassOnLines: Action = lineAction({
  key: "set_class_on_lines", label: "Set class on lines", group: "lines", setsOnLines: "class",
  help: "Classes the lines, where the company classes lines.",
  phrase: "use class {class} for {lines}",
  value: { name: "class", label: "Class", kind: "class", help: "A class of QuickBooks." },
});
