/** Which orders enter: statuses, start date, test and free orders. */
import { BlockStack, Checkbox, TextField } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { StatusChoices } from "#app/components/StatusChoices.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export function OrdersSection({ view, state: { form, change, errors } }: { view: SettingsView; state: SettingsFormState }) {
  const { orders } = WORDS;
  return (
    <SettingsSection title={orders.title} about={orders.about}>
      <BlockStack gap="400">
        <StatusChoices choices={view.statuses} selected={form.statuses} error={errors["statuses"]} onChange={(statuses) => change({ statuses })} />
        <TextField
          type="date"
          label={orders.startDate}
          helpText={orders.startDateHelp}
          autoComplete="off"
          value={form.startDate}
          onChange={(startDate) => change({ startDate })}
          error={errors["startDate"]}
        />
        <Checkbox label={orders.testOrders} helpText={orders.testOrdersHelp} checked={form.syncTestOrders} onChange={(syncTestOrders) => change({ syncTestOrders })} />
        <Checkbox label={orders.freeOrders} helpText={orders.freeOrdersHelp} checked={form.syncFreeOrders} onChange={(syncFreeOrders) => change({ syncFreeOrders })} />
      </BlockStack>
    </SettingsSection>
  );
}
