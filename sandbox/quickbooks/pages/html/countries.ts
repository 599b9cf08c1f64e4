/** Country names in English, by their two letters. */
const NAMES = new Intl.DisplayNames("en", { type: "region" });

export function countryName(code: string): string {
  return NAMES.of(code) ?? code;
}
