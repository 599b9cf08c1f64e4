/** Set: several texts at once, such as tags. A comparison holds when any member passes; a negative one when none does. */
import { parseText, textMembers } from "./text.ts";
import type { ValueTypeRules } from "./value-type.ts";

export const set: ValueTypeRules<readonly string[]> = {
  members: textMembers,
  show: (actual) => actual.join(", "),
  parse: parseText,
};
