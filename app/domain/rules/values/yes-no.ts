/** Yes or no. */
import { failure, success } from "../../result.ts";
import type { ValueTypeRules } from "./value-type.ts";

const WORDS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([[true, true], ["yes", true], ["true", true], [false, false], ["no", false], ["false", false]]);

export const yesNo: ValueTypeRules<boolean> = {
  members: (actual) => [actual],
  show: (actual) => (actual ? "yes" : "no"),
  parse: (raw) => {
    const value = WORDS.get(typeof raw === "string" ? raw.trim().toLowerCase() : raw);
    return value === undefined ? failure("the value must be true or false") : success(value);
  },
};
