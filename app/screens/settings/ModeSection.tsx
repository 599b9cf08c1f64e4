/** The documents that Tieout makes, each choice as a sentence with its usual name below. */
import { BlockStack, Box, ChoiceList, Link, Text } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { ModeChoice, SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export function ModeSection({ view, state }: { view: SettingsView; state: SettingsFormState }) {
  const chosen = view.modes.find(({ value }) => value === state.form.mode);
  return (
    <SettingsSection title={WORDS.mode.title} about={WORDS.mode.about}>
      <BlockStack gap="400">
        <ChoiceList
          title={WORDS.mode.choices}
          titleHidden
          name="mode"
          choices={view.modes.map((mode) => ({ value: mode.value, label: <Text as="span" fontWeight="medium">{mode.sentence}</Text>, helpText: <ModeHelp mode={mode} /> }))}
          selected={[state.form.mode]}
          onChange={([mode]) => mode !== undefined && state.change({ mode })}
          error={state.errors["mode"]}
        />
        <OverriddenNote sentence={view.overridden.mode} />
        {chosen?.makesInvoices === true ? <InvoiceTiming holdingRules={view.holdingRules} /> : null}
      </BlockStack>
    </SettingsSection>
  );
}

function ModeHelp({ mode }: { mode: ModeChoice }) {
  return (
    <>
      {mode.name}
      <br />
      {mode.help}
    </>
  );
}

/** A setting that rules override says so. */
function InvoiceTiming({ holdingRules }: { holdingRules: readonly string[] }) {
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="100">
        {holdingRules.length === 0 ? <Text as="p">{WORDS.mode.atOnce}</Text> : null}
        {holdingRules.map((title) => (
          <Text as="p" key={title}>
            {WORDS.mode.heldByRule(title)}
          </Text>
        ))}
        <Link url="/app/rules">{WORDS.mode.rules}</Link>
      </BlockStack>
    </Box>
  );
}
