/** What a custom field says: a text, or a template of the same make as in rules. A template that cannot be read is told in words. */
import { z } from "zod";
import { parameter } from "#app/domain/rules/actions/parameter.ts";
import { compileResult } from "#app/domain/rules/actions/result.ts";
import { PROBLEMS } from "./words.ts";

/** As rules fill custom fields (set-custom-field.ts); what a template makes is only known with the order. */
const TEXT_LENGTH = 31;
const TEMPLATE_LENGTH = 1_000;
const TEXT = parameter({ name: "text", label: "", help: "", kind: "text" });

const isTemplate = (text: string): boolean => /[{}]/.test(text);

export const fieldTextSchema = z.string().trim().min(1, PROBLEMS.fieldText).max(TEMPLATE_LENGTH, PROBLEMS.fieldTextLength).superRefine((text, context) => {
  const problem = isTemplate(text) ? templateProblem(text) : text.length > TEXT_LENGTH ? PROBLEMS.fieldTextLength : null;
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

/** A sentence without the parameter's name in front and without the list of all fields behind it; null where it is a template. */
function templateProblem(template: string): string | null {
  const compiled = compileResult({ template }, TEXT, "order");
  if (compiled.ok) return null;
  const words = compiled.failure.replace(/^"text": /, "").replace(/; allowed: .*$/, "");
  // A sentence may begin with a field's key, which is written as it is.
  return /^\S*\./.test(words) ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
