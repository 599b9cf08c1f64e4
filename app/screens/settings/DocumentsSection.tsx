/** Document numbers, products that QuickBooks does not know, and items for goods that did not come back on the shelf. */
import { BlockStack, ChoiceList, TextField } from "@shopify/polaris";
import { PairRows } from "#app/components/PairRows.tsx";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export function DocumentsSection({ view, state: { form, change, errors } }: { view: SettingsView; state: SettingsFormState }) {
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
        <OverriddenNote sentence={view.overridden.numberPrefix} />
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
        <PairRows
          title={documents.offStock}
          none={documents.noOffStock}
          labels={{ first: documents.offStockAccount, firstExample: documents.offStockExample, second: documents.offStockItem, add: documents.addOffStock, remove: documents.removeOffStock, removeShort: documents.removeShort }}
          rows={form.offStockItems.map(({ account, item }) => [account, item])}
          errorsOf={(index) => ({ first: errors[`offStockItems.${index}.account`], second: errors[`offStockItems.${index}.item`] })}
          onChange={(rows) => change({ offStockItems: rows.map(([account, item]) => ({ account, item })) })}
        />
      </BlockStack>
    </SettingsSection>
  );
}
