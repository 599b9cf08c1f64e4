/** Where payments are deposited, in general and per payment method, and what QuickBooks calls the method. */
import { BlockStack, ChoiceList, Text, TextField } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { TextRows } from "#app/components/TextRows.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export type DepositSectionProps = { view: SettingsView; state: SettingsFormState; unused: boolean };

export function DepositSection({ view, state: { form, change, errors }, unused }: DepositSectionProps) {
  const { deposits } = WORDS;
  return (
    <SettingsSection title={deposits.title} about={deposits.about}>
      <BlockStack gap="400">
        {unused ? (
          <Text as="p" tone="subdued">
            {deposits.unused}
          </Text>
        ) : null}
        <OverriddenNote sentence={view.overridden.depositAccount} />
        <TextField
          label={deposits.account}
          helpText={deposits.accountHelp(view.defaultDepositAccount)}
          placeholder={view.defaultDepositAccount}
          autoComplete="off"
          value={form.depositAccount}
          onChange={(depositAccount) => change({ depositAccount })}
          error={errors["depositAccount"]}
        />
        <ChoiceList
          title={deposits.newMethods}
          name="newGateways"
          choices={[
            { value: "default", label: deposits.toDefault, helpText: deposits.toDefaultHelp },
            { value: "wait", label: deposits.askFirst, helpText: deposits.askFirstHelp },
          ]}
          selected={[form.newGateways]}
          onChange={([newGateways]) => newGateways !== undefined && change({ newGateways })}
          error={errors["newGateways"]}
        />
        <TextRows
          title={deposits.perMethod}
          help={deposits.perMethodHelp}
          none={form.newGateways === "wait" ? deposits.noneAndWait : deposits.none}
          columns={[
            { label: deposits.method, example: deposits.methodExample },
            { label: deposits.ownAccount },
            { label: deposits.ownMethod, names: view.names.paymentMethods, notThere: WORDS.carried.notThere(WORDS.carried.kinds.paymentMethod) },
          ]}
          words={{ add: deposits.add, remove: deposits.remove }}
          rows={form.gateways.map(({ gateway, account, method }) => [gateway, account, method])}
          errorsOf={(index) => [errors[`gateways.${index}.gateway`], errors[`gateways.${index}.account`], errors[`gateways.${index}.method`]]}
          error={errors["gateways"]}
          onChange={(rows) => change({ gateways: rows.map(([gateway = "", account = "", method = ""]) => ({ gateway, account, method })) })}
        />
        <OverriddenNote sentence={view.overridden.paymentMethods} />
        <TextField
          label={deposits.chargebacks}
          helpText={deposits.chargebacksHelp(view.defaultChargebackAccount)}
          placeholder={view.defaultChargebackAccount}
          autoComplete="off"
          value={form.chargebackAccount}
          onChange={(chargebackAccount) => change({ chargebackAccount })}
          error={errors["chargebackAccount"]}
        />
        <TextField
          label={deposits.chargebackFees}
          helpText={deposits.accountHelp(view.defaultChargebackFeeAccount)}
          placeholder={view.defaultChargebackFeeAccount}
          autoComplete="off"
          value={form.chargebackFeeAccount}
          onChange={(chargebackFeeAccount) => change({ chargebackFeeAccount })}
          error={errors["chargebackFeeAccount"]}
        />
      </BlockStack>
    </SettingsSection>
  );
}
