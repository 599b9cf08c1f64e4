/** Choice: one word of a closed list. People may write `Partially paid` for `partially_paid`. */
import { failure, success } from "../../result.ts";
import { foldText } from "./text.ts";
import type { ValueTypeRules } from "./value-type.ts";

const toWord = (raw: string): string => foldText(raw).replaceAll(" ", "_").replaceAll("-", "_");

export const choice: ValueTypeRules<string> = {
  members: (actual) => [actual],
  show: String,
  parse: (raw, choices) => {
    const word = typeof raw === "string" ? toWord(raw) : "";
    return choices.includes(word) ? success(word) : failure(`${JSON.stringify(raw)} is not one of its values; allowed: ${choices.join(", ")}`);
  },
};
