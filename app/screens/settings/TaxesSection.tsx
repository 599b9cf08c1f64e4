/** Which QuickBooks tax code each combination of taxes gets, and whether a third decimal may be rounded away. */
import { BlockStack, Checkbox, Select, Text } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

/** Nothing to show in a US company whose shop sells in a currency of two decimals. */
/** Whether there is anything to choose. */
export const hasTaxes = ({ codes, finerCurrency }: SettingsView["taxes"], { acceptRounding }: SettingsView["form"]): boolean => codes.length > 0 || finerCurrency || acceptRounding;

export function TaxesSection({ view: { taxes, overridden }, state: { form, change, errors } }: { view: SettingsView; state: SettingsFormState }) {
  const words = WORDS.taxes;
  const hasCodes = taxes.codes.length > 0;
  if (!hasTaxes(taxes, form)) return null;
  const seen = new Map(taxes.sets.map(({ set, code }) => [set, code]));
  const sets = [...new Set([...seen.keys(), ...form.taxCodes.map(({ set }) => set)])];
  const chosen = (set: string) => form.taxCodes.find((row) => row.set === set)?.code ?? "";
  const choose = (set: string, code: string) => {
    const others = form.taxCodes.filter((row) => row.set !== set);
    change({ taxCodes: code === "" ? others : [...others, { set, code }] });
  };
  const byItself = (set: string): string => {
    const code = seen.get(set);
    if (code === undefined) return words.unseen;
    return code === null ? words.waits : words.byRates(code);
  };
  return (
    <SettingsSection title={words.title} {...(hasCodes ? { about: words.about } : {})}>
      <BlockStack gap="400">
        <OverriddenNote sentence={overridden.taxCodes} />
        {hasCodes && sets.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : null}
        {hasCodes ? sets.map((set) => (
          <Select
            key={set}
            label={set}
            options={[{ value: "", label: byItself(set) }, ...[...new Set([...taxes.codes, chosen(set)])].filter((code) => code !== "").map((code) => ({ value: code, label: code }))]}
            value={chosen(set)}
            onChange={(code) => choose(set, code)}
            error={errors[`taxCodes.${form.taxCodes.findIndex((row) => row.set === set)}.code`]}
          />
        )) : null}
        {taxes.finerCurrency || form.acceptRounding ? (
          <Checkbox label={words.rounding} helpText={words.roundingHelp} checked={form.acceptRounding} onChange={(acceptRounding) => change({ acceptRounding })} />
        ) : null}
      </BlockStack>
    </SettingsSection>
  );
}
