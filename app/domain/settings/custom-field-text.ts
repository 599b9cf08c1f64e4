/** What a setting puts on a custom field: text as it is written, or a template with fields of the order in braces, as in rules. */
import { tooLong } from "../rules/actions/action.ts";
import { type CompiledResult, compileResult } from "../rules/actions/result.ts";
import { customFieldValue } from "../rules/actions/set-custom-field.ts";
import { failure, type Result, success } from "../result.ts";

const HAS_PLACE = /\{[^{}]*\}/;

/** The failure says what is wrong with a text in braces that names no field of an order. */
export function compileCustomField(text: string): Result<CompiledResult, string> {
  const written = text.trim();
  if (!HAS_PLACE.test(written)) return success(() => (written === "" ? null : written));
  const compiled = compileResult({ template: written }, customFieldValue, "order");
  return compiled.ok ? success(compiled.value) : failure(compiled.failure);
}

/** Text that is no template goes onto the form as it is, braces and all: there somebody sees it. A value that is too long goes nowhere; cut short it would say something else. */
export function customFieldResult(text: string): CompiledResult {
  const compiled = compileCustomField(text);
  const result: CompiledResult = compiled.ok ? compiled.value : () => text.trim();
  return (read) => {
    const value = result(read);
    return value === null || tooLong(customFieldValue)(value) !== null ? null : value;
  };
}
