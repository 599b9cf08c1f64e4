/** Where payments are deposited, in general and per payment method. */
import { useId, useState } from "react";
import { BlockStack, Button, ChoiceList, InlineGrid, InlineStack, Text, TextField } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { GatewayAccount, SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export type DepositSectionProps = { view: SettingsView; state: SettingsFormState; unused: boolean };

export function DepositSection({ view, state: { form, change, errors }, unused }: DepositSectionProps) {
  const { deposits } = WORDS;
  const gateways = form.gateways;
  const addId = useId();
  /** Where the keyboard goes on: into the row that was added last. */
  const [added, setAdded] = useState<number | null>(null);
  const changeRow = (index: number, changes: Partial<GatewayAccount>) => change({ gateways: gateways.map((row, at) => (at === index ? { ...row, ...changes } : row)) });
  const add = () => {
    setAdded(gateways.length);
    change({ gateways: [...gateways, { gateway: "", account: "" }] });
  };
  return (
    <SettingsSection title={deposits.title} about={deposits.about}>
      <BlockStack gap="400">
        {unused ? (
          <Text as="p" tone="subdued">
            {deposits.unused}
          </Text>
        ) : null}
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
        <BlockStack gap="300">
          <Text as="h3" variant="headingSm">
            {deposits.perMethod}
          </Text>
          {gateways.length === 0 ? (
            <Text as="p" tone="subdued">
              {form.newGateways === "wait" ? deposits.noneAndWait : deposits.none}
            </Text>
          ) : null}
          {gateways.map((row, index) => (
            <GatewayRow
              // Rows have no identity but their place; they are only appended and removed.
              key={index}
              row={row}
              errors={{ gateway: errors[`gateways.${index}.gateway`], account: errors[`gateways.${index}.account`] }}
              onChange={(changes) => changeRow(index, changes)}
              isNew={index === added}
              onRemove={() => {
                setAdded(null);
                document.getElementById(addId)?.focus();
                change({ gateways: gateways.filter((_, at) => at !== index) });
              }}
            />
          ))}
          <InlineStack>
            <Button id={addId} onClick={add}>{deposits.add}</Button>
          </InlineStack>
        </BlockStack>
      </BlockStack>
    </SettingsSection>
  );
}

type GatewayRowProps = {
  row: GatewayAccount;
  errors: { gateway: string | undefined; account: string | undefined };
  isNew: boolean;
  onChange: (changes: Partial<GatewayAccount>) => void;
  onRemove: () => void;
};

function GatewayRow({ row, errors, isNew, onChange, onRemove }: GatewayRowProps) {
  const { deposits } = WORDS;
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
        <TextField
          // `false` would take the keyboard away.
          {...(isNew ? { focused: true } : {})}
          label={deposits.method} placeholder={deposits.methodExample} autoComplete="off"
          value={row.gateway} onChange={(gateway) => onChange({ gateway })} error={errors.gateway}
        />
        <TextField label={deposits.ownAccount} autoComplete="off" value={row.account} onChange={(account) => onChange({ account })} error={errors.account} />
      </InlineGrid>
      <InlineStack align="end">
        <Button variant="plain" tone="critical" onClick={onRemove} accessibilityLabel={deposits.remove(row.gateway)}>
          {deposits.removeShort}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
