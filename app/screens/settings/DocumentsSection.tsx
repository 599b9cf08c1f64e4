/** Document numbers, and products that QuickBooks does not know. */
import { BlockStack, ChoiceList, TextField } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import { WORDS } from "./words.ts";

export function DocumentsSection({ state: { form, change, errors } }: { state: SettingsFormState }) {
  const { documents } = WORDS;
  return (
    <SettingsSection title={documents.title}>
      <BlockStack gap="400">
        <TextField
          label={documents.prefix}
          helpText={documents.prefixHelp}
          autoComplete="off"
          maxLength={8}
          value={form.numberPrefix}
          onChange={(numberPrefix) => change({ numberPrefix })}
          error={errors["numberPrefix"]}
        />
        <ChoiceList
          title={documents.unknownItems}
          name="unknownItems"
          choices={[
            { value: "create", label: documents.create, helpText: documents.createHelp },
            { value: "wait", label: documents.wait, helpText: documents.waitHelp },
          ]}
          selected={[form.unknownItems]}
          onChange={([unknownItems]) => unknownItems !== undefined && change({ unknownItems })}
          error={errors["unknownItems"]}
        />
      </BlockStack>
    </SettingsSection>
  );
}
