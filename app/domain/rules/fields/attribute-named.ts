/** The value of an attribute or property by its name, whatever its case; of several, the first that has one. */
import type { Attribute } from "../../order/order.ts";
import { foldText } from "../values/text.ts";

export function attributeNamed(attributes: readonly Attribute[], name: string): string | null {
  const wanted = foldText(name);
  return attributes.find((each) => foldText(each.name) === wanted && each.value.trim() !== "")?.value ?? null;
}
