/** What documents carry where no rule says another: class, location, terms, message, custom fields. */
import { BlockStack, TextField } from "@shopify/polaris";
import { NameField } from "#app/components/NameField.tsx";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { TextRows } from "#app/components/TextRows.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { OfferedNames, SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

type Carried = "class" | "location" | "terms";
const NAMES = { class: "classes", location: "locations", terms: "terms" } as const satisfies Record<Carried, keyof OfferedNames>;
const MESSAGE_LENGTH = 1_000;

export function CarriedSection({ view, state: { form, change, errors } }: { view: SettingsView; state: SettingsFormState }) {
  const { carried } = WORDS;
  const named = (what: Carried, helpText: string) => (
    <BlockStack gap="100">
      <NameField
        label={carried[what]} helpText={helpText} names={view.names[NAMES[what]]} notThere={carried.notThere(carried.kinds[what])}
        value={form[what]} onChange={(name) => change({ [what]: name })} error={errors[what]}
      />
      <OverriddenNote sentence={view.overridden[what]} />
    </BlockStack>
  );
  return (
    <SettingsSection title={carried.title} about={carried.about}>
      <BlockStack gap="400">
        {named("class", view.off.classes ? carried.classOff : carried.noneIfEmpty)}
        {named("location", view.off.locations ? carried.locationOff : carried.noneIfEmpty)}
        {named("terms", carried.termsHelp)}
        <TextField
          label={carried.message} helpText={carried.messageHelp} multiline={2} maxLength={MESSAGE_LENGTH} showCharacterCount autoComplete="off"
          value={form.customerMessage} onChange={(customerMessage) => change({ customerMessage })} error={errors["customerMessage"]}
        />
        <OverriddenNote sentence={view.overridden.customerMessage} />
        <TextRows
          title={carried.customFields}
          help={carried.customFieldsHelp}
          none={carried.noCustomFields}
          columns={[
            { label: carried.field, example: carried.fieldExample, names: view.names.customFields, notThere: carried.noSuchField },
            { label: carried.text, example: carried.textExample },
          ]}
          words={{ add: carried.addField, remove: carried.removeField }}
          rows={form.customFields.map(({ field, text }) => [field, text])}
          errorsOf={(index) => [errors[`customFields.${index}.field`], errors[`customFields.${index}.text`]]}
          error={errors["customFields"]}
          onChange={(rows) => change({ customFields: rows.map(([field = "", text = ""]) => ({ field, text })) })}
        />
        <OverriddenNote sentence={view.overridden.customFields} />
      </BlockStack>
    </SettingsSection>
  );
}
