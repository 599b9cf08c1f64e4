import { type Action, lineAction } from "./action.ts";

export const setDescription: Action = lineAction({
  key: "set_description", label: "Set description", group: "lines", setsOnLines: "description",
  help: "The text of the lines.",
  phrase: "describe {lines} as “{value}”",
  value: { name: "value", label: "Description", kind: "text", help: "At most 1,000 characters.", maxLength: 1_000 },
});
