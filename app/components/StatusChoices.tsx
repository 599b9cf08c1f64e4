/** The order statuses as checkboxes. */
import { ChoiceList } from "@shopify/polaris";

export type StatusChoice = { value: string; label: string; help: string };

export type StatusChoicesProps = { choices: readonly StatusChoice[]; selected: string[]; error: string | undefined; onChange: (selected: string[]) => void; titleHidden?: boolean };

export function StatusChoices({ choices, selected, error, onChange, titleHidden = false }: StatusChoicesProps) {
  return (
    <ChoiceList
      allowMultiple
      title="Order statuses"
      titleHidden={titleHidden}
      name="statuses"
      choices={choices.map(({ value, label, help }) => ({ value, label, helpText: help, describedByError: true }))}
      selected={selected}
      onChange={onChange}
      error={error}
    />
  );
}
