/** Addresses in QuickBooks' form. */
import type { Address } from "#app/domain/order/order.ts";
import { LENGTHS } from "../limits.ts";
import { lineText } from "../wire-text.ts";
import { present } from "./wire-body.ts";

/** `forms`: name and company stand above the street, as they are to be printed. `street`: for a customer, who carries them apart. */
export function addressToWire(address: Address | null, lines: "forms" | "street"): Record<string, unknown> | undefined {
  if (address === null) return undefined;
  const names = lines === "forms" ? [address.name, address.company] : [];
  const texts = [...names, address.line1, address.line2].flatMap((text) => {
    const line = lineText(text ?? "", LENGTHS.addressLine);
    return line === "" ? [] : [line];
  });
  const body = present({
    ...Object.fromEntries(texts.map((text, index) => [`Line${index + 1}`, text])),
    City: lineText(address.city ?? "", LENGTHS.addressPart),
    CountrySubDivisionCode: lineText(address.region ?? "", LENGTHS.addressPart),
    PostalCode: lineText(address.postcode ?? "", LENGTHS.postalCode),
    Country: lineText(address.countryCode ?? "", LENGTHS.addressPart),
  });
  return Object.keys(body).length === 0 ? undefined : body;
}
