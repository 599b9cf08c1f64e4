import { type Action, paramsOf, resultOf, tooLong } from "./action.ts";
import { parameter } from "./parameter.ts";
import { customFieldSlot } from "./slots.ts";

/** Intuit documents no length; 31 is what is often met (05 §1.1). A value cut short would be another one. */
const FIELD_LENGTH = 31;

const field = parameter({ name: "field", label: "Custom field", kind: "customField", help: "A custom field of the company's sales forms, by its name." });
export const customFieldValue = parameter({ name: "value", label: "Value", kind: "text", help: `At most ${FIELD_LENGTH} characters.`, maxLength: FIELD_LENGTH });

export const setCustomField: Action = {
  key: "set_custom_field", label: "Set custom field", group: "order", level: "order",
  help: "Fills a custom field of sales orders, invoices and receipts, where the company uses it.",
  phrase: "fill {field} with {value}",
  parameters: [field, customFieldValue],
  params: paramsOf([field, customFieldValue], "order"),
  effect: (params) => ({
    sets: customFieldSlot(String(params["field"])),
    result: resultOf(params, customFieldValue, "order") ?? (() => null),
    refusal: tooLong(customFieldValue),
  }),
};
