/** The settings page, section by section, with the admin's save bar. */
import { BlockStack, Page } from "@shopify/polaris";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { FormProblems } from "#app/components/FormProblems.tsx";
import { FormSaveBar } from "#app/components/FormSaveBar.tsx";
import { SectionLinks } from "#app/components/SectionLinks.tsx";
import { CarriedSection } from "./CarriedSection.tsx";
import { CustomersSection } from "./CustomersSection.tsx";
import { DatesSection } from "./DatesSection.tsx";
import { DepositSection } from "./DepositSection.tsx";
import { DocumentsSection } from "./DocumentsSection.tsx";
import { ModeSection } from "./ModeSection.tsx";
import { OrdersSection } from "./OrdersSection.tsx";
import { hasTaxes, TaxesSection } from "./TaxesSection.tsx";
import { useSettingsForm } from "./use-settings-form.ts";
import type { SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

export function SettingsScreen({ view }: { view: SettingsView }) {
  const state = useSettingsForm(view);
  const { dirty, saving, save, discard } = state;
  const mode = view.modes.find(({ value }) => value === state.form.mode);
  return (
    <Page title={WORDS.title}>
      <FormSaveBar dirty={dirty} saving={saving} onSave={save} onDiscard={discard} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (dirty && !saving) save();
        }}
      >
        <BlockStack gap="400">
          <ConnectionBanner notice={view.notice} />
          <FormProblems title={WORDS.problems} errors={state.errors} problem={state.problem} />
          <SectionLinks label={WORDS.parts} titles={[WORDS.mode, WORDS.orders, WORDS.customers, WORDS.documents, WORDS.carried, ...(hasTaxes(view.taxes, state.form) ? [WORDS.taxes] : []), WORDS.deposits, WORDS.dates].map(({ title }) => title)} />
          <ModeSection view={view} state={state} />
          <OrdersSection view={view} state={state} />
          <CustomersSection view={view} state={state} />
          <DocumentsSection view={view} state={state} />
          <CarriedSection view={view} state={state} />
          <TaxesSection view={view} state={state} />
          <DepositSection view={view} state={state} unused={mode?.makesPayments === false} />
          <DatesSection view={view} state={state} />
        </BlockStack>
        {/* Enter in a text field saves, as forms do; the button people see is the save bar's. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Page>
  );
}
