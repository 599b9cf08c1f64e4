/** Document numbers, the items of products, orders that ship in parts, and items for goods that did not come back on the shelf. */
import { BlockStack, ChoiceList, TextField } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { TextRows } from "#app/components/TextRows.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import { ProductChoices } from "./ProductChoices.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export function DocumentsSection({ view, state }: { view: SettingsView; state: SettingsFormState }) {
  const { documents } = WORDS;
  const { form, change, errors } = state;
  return (
    <SettingsSection title={documents.title} about={documents.about}>
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
        <OverriddenNote sentence={view.overridden.numberPrefix} />
        <ProductChoices view={view} state={state} />
        <ChoiceList
          title={documents.splitShipments}
          name="splitShipments"
          choices={[
            { value: "one_invoice", label: documents.oneInvoice, helpText: documents.oneInvoiceHelp },
            { value: "invoice_each", label: documents.invoiceEach, helpText: documents.invoiceEachHelp },
          ]}
          selected={[form.splitShipments]}
          onChange={([splitShipments]) => splitShipments !== undefined && change({ splitShipments })}
          error={errors["splitShipments"]}
        />
        <TextRows
          title={documents.offStock}
          none={documents.noOffStock}
          columns={[{ label: documents.offStockAccount, example: documents.offStockExample }, { label: documents.offStockItem, names: view.names.items }]}
          words={{ add: documents.addOffStock, remove: documents.removeOffStock }}
          rows={form.offStockItems.map(({ account, item }) => [account, item])}
          errorsOf={(index) => [errors[`offStockItems.${index}.account`], errors[`offStockItems.${index}.item`]]}
          error={errors["offStockItems"]}
          onChange={(rows) => change({ offStockItems: rows.map(([account = "", item = ""]) => ({ account, item })) })}
        />
      </BlockStack>
    </SettingsSection>
  );
}
