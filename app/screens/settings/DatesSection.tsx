/** Which of an order's days each kind of document has, and what happens where the books are closed on it. */
import { BlockStack, ChoiceList, InlineGrid, Select, Text } from "@shopify/polaris";
import { SettingsSection } from "#app/components/SettingsSection.tsx";
import { OverriddenNote } from "./OverriddenNote.tsx";
import type { SettingsFormState } from "./use-settings-form.ts";
import type { DocumentDates, SettingsView } from "./view.ts";
import { WORDS } from "./words.ts";

type Kind = keyof DocumentDates;
type Day = keyof typeof WORDS.dates.days;

const DAYS: readonly (readonly [Kind, readonly Day[]])[] = [
  ["salesOrder", ["ordered", "paid"]],
  ["invoice", ["shipped", "ordered", "paid"]],
  ["salesReceipt", ["paid", "ordered"]],
  ["payment", ["paid", "ordered"]],
];

export function DatesSection({ view, state: { form, change, errors } }: { view: SettingsView; state: SettingsFormState }) {
  const { dates } = WORDS;
  return (
    <SettingsSection title={dates.title} about={dates.about}>
      <BlockStack gap="400">
        <OverriddenNote sentence={view.overridden.dates} />
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          {DAYS.map(([kind, days]) => (
            <Select
              key={kind}
              label={dates.kinds[kind]}
              options={days.map((day) => ({ value: day, label: dates.days[day] }))}
              value={form.dates[kind]}
              onChange={(day) => change({ dates: { ...form.dates, [kind]: day } })}
              error={errors[`dates.${kind}`]}
            />
          ))}
        </InlineGrid>
        <Text as="p" tone="subdued">
          {dates.otherwise}
        </Text>
        <ChoiceList
          title={dates.closed}
          name="closedDays"
          choices={[
            { value: "wait", label: dates.wait, helpText: dates.waitHelp },
            { value: "first_open_day", label: dates.firstOpenDay, helpText: dates.firstOpenDayHelp },
          ]}
          selected={[form.closedDays]}
          onChange={([closedDays]) => closedDays !== undefined && change({ closedDays })}
          error={errors["closedDays"]}
        />
      </BlockStack>
    </SettingsSection>
  );
}
