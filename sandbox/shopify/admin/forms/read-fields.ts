/** Reads the fields of a form: text as typed, amounts as decimal text, quantities as whole numbers. */
import { FormError } from "./form-error.ts";

/** Trimmed; undefined when empty or absent. */
export function text(form: URLSearchParams, name: string): string | undefined {
  const value = form.get(name)?.trim();
  return value === undefined || value === "" ? undefined : value;
}

/** "1,250.50" → "1250.50". Throws FormError for anything that is no amount. */
export function amount(form: URLSearchParams, name: string, called: string): string | undefined {
  const value = text(form, name)?.replaceAll(",", "");
  if (value === undefined) return undefined;
  if (!/^\d{1,12}(\.\d{1,3})?$/.test(value)) throw new FormError(`“${value}” is not an amount for ${called}.`);
  return value;
}

/** Decimal text → number, for rates and percentages. */
export function percentage(form: URLSearchParams, name: string, called: string): number | undefined {
  const value = text(form, name)?.replace("%", "").trim();
  if (value === undefined) return undefined;
  if (!/^\d{1,3}(\.\d{1,5})?$/.test(value)) throw new FormError(`“${value}” is not a percentage for ${called}.`);
  return Number(value);
}

export function wholeNumber(value: string, called: string): number {
  if (!/^\d{1,6}$/.test(value.trim())) throw new FormError(`“${value}” is not a quantity of ${called}.`);
  return Number(value);
}

export function checked(form: URLSearchParams, name: string): boolean {
  return form.get(name) === "on";
}

/** The fields `quantity.{line}`. */
export function lineQuantities(form: URLSearchParams): { lineId: string; quantity: number }[] {
  return [...form].flatMap(([name, value]) => {
    const lineId = /^quantity\.(\d+)$/.exec(name)?.[1];
    return lineId === undefined ? [] : [{ lineId, quantity: wholeNumber(value, "a line") }];
  });
}
