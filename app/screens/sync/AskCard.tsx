/** Which orders a sync by hand takes, and the terms of this run. */
import { BlockStack, Checkbox, ChoiceList, InlineGrid, TextField } from "@shopify/polaris";
import { LinesField } from "#app/components/LinesField.tsx";
import { StatusChoices } from "#app/components/StatusChoices.tsx";
import type { SyncState } from "./use-sync-form.ts";
import type { SyncView } from "./view.ts";
import { SYNC_WORDS as WORDS } from "./words.ts";

export function AskCard({ view, state: { form, change } }: { view: SyncView; state: SyncState }) {
  return (
    <BlockStack gap="400">
      <ChoiceList
        title={WORDS.which}
        choices={[{ value: "range", label: WORDS.range }, { value: "numbers", label: WORDS.numbers }]}
        selected={[form.by]}
        onChange={([by]) => change({ by: by === "numbers" ? "numbers" : "range" })}
      />
      {form.by === "range" ? <Range view={view} form={form} change={change} /> : (
        <LinesField label={WORDS.numbers} helpText={WORDS.numbersHelp} value={form.numbers} onChange={(numbers) => change({ numbers })} />
      )}
      <Checkbox label={`${WORDS.ownStatuses} (${WORDS.terms.toLowerCase()})`} checked={form.ownStatuses} onChange={(ownStatuses) => change({ ownStatuses })} />
      {form.ownStatuses ? <StatusChoices choices={view.statuses} selected={form.statuses} error={undefined} onChange={(statuses) => change({ statuses })} /> : null}
      <Checkbox label={WORDS.anyway} helpText={WORDS.anywayHelp} checked={form.anyway} onChange={(anyway) => change({ anyway })} />
    </BlockStack>
  );
}

function Range({ view, form, change }: { view: SyncView } & Pick<SyncState, "form" | "change">) {
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <TextField type="date" label={WORDS.from} value={form.from} onChange={(from) => change({ from })} autoComplete="off" helpText={WORDS.days(view.zone)} />
        <TextField type="date" label={WORDS.to} value={form.to} onChange={(to) => change({ to })} autoComplete="off" />
      </InlineGrid>
    </BlockStack>
  );
}
