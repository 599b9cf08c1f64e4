/** Products that QuickBooks does not know by their SKU or name: what happens to them, and which items they are. */
import { BlockStack, ChoiceList } from "@shopify/polaris";
import { NameField } from "#app/components/NameField.tsx";
import { TextRows } from "#app/components/TextRows.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export function ProductChoices({ view, state: { form, change, errors } }: { view: SettingsView; state: SettingsFormState }) {
  const { documents } = WORDS;
  const fallbackItem = (
    <NameField label={documents.fallbackItem} helpText={documents.fallbackItemHelp} names={view.names.items} value={form.fallbackItem} onChange={(name) => change({ fallbackItem: name })} error={errors["fallbackItem"]} />
  );
  return (
    <BlockStack gap="400">
      <ChoiceList
        title={documents.unknownItems}
        name="unknownItems"
        choices={[
          { value: "create", label: documents.create, helpText: documents.createHelp },
          { value: "fallback", label: documents.fallback, helpText: documents.fallbackHelp, renderChildren: (isChosen) => isChosen && fallbackItem },
          { value: "wait", label: documents.wait, helpText: documents.waitHelp },
        ]}
        selected={[form.unknownItems]}
        onChange={([unknownItems]) => unknownItems !== undefined && change({ unknownItems })}
        error={errors["unknownItems"]}
      />
      <TextRows
        title={documents.items}
        help={documents.itemsHelp}
        none={documents.noItems}
        columns={[{ label: documents.sku, example: documents.skuExample, names: view.names.skus }, { label: documents.item, names: view.names.items }]}
        words={{ add: documents.addItem, remove: documents.removeItem }}
        long={{ find: documents.findItem, shown: documents.itemsShown, more: documents.moreItems }}
        rows={form.items.map(({ sku, item }) => [sku, item])}
        errorsOf={(index) => [errors[`items.${index}.sku`], errors[`items.${index}.item`]]}
        error={errors["items"]}
        onChange={(rows) => change({ items: rows.map(([sku = "", item = ""]) => ({ sku, item })) })}
      />
      <OverriddenNote sentence={view.overridden.items} />
    </BlockStack>
  );
}
