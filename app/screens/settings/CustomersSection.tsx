/** Who orders are booked on, and what happens to customers that QuickBooks does not know. */
import { Banner, BlockStack, ChoiceList, Text, TextField } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

type SectionProps = { view: SettingsView; state: SettingsFormState };

export function CustomersSection({ view, state }: SectionProps) {
  const { customers } = WORDS;
  const { form, change, errors } = state;
  return (
    <SettingsSection title={customers.title} about={customers.about}>
      <BlockStack gap="400">
        <OverriddenNote sentence={view.overridden.customers} />
        <ChoiceList
          title={customers.choices}
          name="customers"
          choices={[
            { value: "each", label: customers.each, helpText: customers.eachHelp },
            { value: "company", label: customers.company, helpText: customers.companyHelp },
            { value: "email", label: customers.email, helpText: customers.emailHelp },
            { value: "one", label: customers.one, helpText: customers.oneHelp, renderChildren: (isChosen) => isChosen && <OneCustomer view={view} state={state} /> },
          ]}
          selected={[form.customers]}
          onChange={([chosen]) => chosen !== undefined && change({ customers: chosen })}
          error={errors["customers"]}
        />
        <ChoiceList
          title={customers.unknown}
          name="unknownCustomers"
          choices={[
            { value: "create", label: customers.create, helpText: customers.createHelp },
            { value: "wait", label: customers.wait, helpText: customers.waitHelp },
          ]}
          selected={[form.unknownCustomers]}
          onChange={([unknownCustomers]) => unknownCustomers !== undefined && change({ unknownCustomers })}
          error={errors["unknownCustomers"]}
        />
      </BlockStack>
    </SettingsSection>
  );
}

function OneCustomer({ view, state: { form, change, errors } }: SectionProps) {
  const { customers } = WORDS;
  return (
    <BlockStack gap="300">
      <TextField
        label={customers.oneName}
        helpText={customers.oneNameHelp(view.defaultOneCustomer)}
        placeholder={view.defaultOneCustomer}
        autoComplete="off"
        value={form.oneCustomer}
        onChange={(oneCustomer) => change({ oneCustomer })}
        error={errors["oneCustomer"]}
      />
      {view.appliesCredits === true ? (
        <Banner tone="warning">
          {customers.creditsOff} {customers.creditsOn}
        </Banner>
      ) : (
        <Text as="p" tone="subdued">
          {customers.creditsOff}
        </Text>
      )}
    </BlockStack>
  );
}
