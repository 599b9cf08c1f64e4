/** Every value type by name. */
import { choice } from "./choice.ts";
import { date } from "./date.ts";
import { money } from "./money.ts";
import { number } from "./number.ts";
import { set } from "./set.ts";
import { text } from "./text.ts";
import type { Actuals, ValueType, ValueTypeRules } from "./value-type.ts";
import { yesNo } from "./yes-no.ts";

export const VALUE_TYPES: { readonly [Type in ValueType]: ValueTypeRules<Actuals[Type]> } = { text, number, money, date, choice, set, yes_no: yesNo };
