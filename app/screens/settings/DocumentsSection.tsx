/** Document numbers, and products that QuickBooks does not know. */
import { BlockStack, Card, ChoiceList, Layout, TextField } from "@shopify/polaris";
import type { SettingsFormState } from "./use-settings-form.ts";
import { WORDS } from "./words.ts";

export function DocumentsSection({ state: { form, change, errors } }: { state: SettingsFormState }) {
  const { documents } = WORDS;
  return (
    <Layout.AnnotatedSection title={documents.title}>
      <Card>
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
      </Card>
    </Layout.AnnotatedSection>
  );
}
