/** What a condition compares with: none, one, several or two values, of the kind that its field has. */
import { BlockStack, InlineGrid, InlineStack, Select, Tag, TextField } from "@shopify/polaris";
import { useInPopover } from "./picker.ts";
import { SearchPicker } from "./SearchPicker.tsx";
import type { ComparisonView, EditedRow, FieldView, Suggestion } from "./view.ts";
import { WORDS } from "./words.ts";

export type ValueInputProps = {
  row: EditedRow;
  field: FieldView;
  comparison: ComparisonView;
  suggestions: readonly Suggestion[];
  error: string | undefined;
  onChange: (values: string[]) => void;
};

export function ValueInput({ row, field, comparison, suggestions, error, onChange }: ValueInputProps) {
  const { values } = row;
  switch (comparison.operands) {
    case "none":
      return null;
    case "one":
      return <OneValue label={WORDS.value} labelHidden field={field} comparison={comparison} suggestions={suggestions} value={values[0] ?? ""} error={error} onChange={(value) => onChange([value])} />;
    case "range":
      return (
        <InlineGrid columns={2} gap="200">
          {[WORDS.from, WORDS.to].map((label, index) => (
            <OneValue
              key={label} label={label} field={field} comparison={comparison} suggestions={[]} value={values[index] ?? ""} error={index === 0 ? error : undefined}
              onChange={(value) => onChange([0, 1].map((at) => (at === index ? value : (values[at] ?? ""))))}
            />
          ))}
        </InlineGrid>
      );
    case "many":
      return <ManyValues field={field} suggestions={suggestions} values={values} error={error} onChange={onChange} />;
  }
}

type OneValueProps = Omit<ValueInputProps, "row" | "onChange"> & { label: string; labelHidden?: boolean; value: string; onChange: (value: string) => void };

function OneValue({ label, labelHidden = false, field, comparison, suggestions, value, error, onChange }: OneValueProps) {
  const inPopover = useInPopover() !== null;
  if (comparison.key === "in_the_last") return <TextField label={label} labelHidden={labelHidden} type="number" min={1} suffix="days" autoComplete="off" value={value} error={error} onChange={onChange} />;
  if (field.choices.length > 0) {
    return inPopover ? <SearchPicker label={label} value={value} options={field.choices} error={error} onChange={onChange} /> : <Select label={label} labelHidden={labelHidden} options={[{ value: "", label: "…", disabled: true }, ...field.choices]} value={value} error={error} onChange={onChange} />;
  }
  if (field.type === "date") return <TextField label={label} labelHidden={labelHidden} type="date" autoComplete="off" value={value} error={error} onChange={onChange} />;
  if (field.type === "money" || field.type === "number") return <TextField label={label} labelHidden={labelHidden} inputMode="decimal" autoComplete="off" value={value} error={error} onChange={onChange} />;
  return (
    <SearchPicker
      label={label} labelHidden={labelHidden} freeText value={value} error={error} onChange={onChange}
      options={suggestions.map(({ value: each, label: words, count }) => ({ value: each, label: words, beside: count, group: WORDS.orderCountHeading }))}
    />
  );
}

function ManyValues({ field, suggestions, values, error, onChange }: Omit<ValueInputProps, "row" | "comparison"> & { values: string[] }) {
  const labelOf = (value: string): string => field.choices.find((choice) => choice.value === value)?.label ?? value;
  const options = field.choices.length > 0 ? field.choices : suggestions.map(({ value, label, count }) => ({ value, label, beside: count, group: WORDS.orderCountHeading }));
  return (
    <BlockStack gap="200">
      {values.length === 0 ? null : (
        <InlineStack gap="100">
          {values.map((value) => (
            <Tag key={value} onRemove={() => onChange(values.filter((each) => each !== value))}>{labelOf(value)}</Tag>
          ))}
        </InlineStack>
      )}
      <SearchPicker
        label={WORDS.addValue} labelHidden clearAfter freeText={field.choices.length === 0} placeholder={WORDS.addValue} value="" error={error}
        options={options.filter(({ value }) => !values.includes(value))} onChange={(value) => onChange([...values.filter((each) => each !== value), value])}
      />
    </BlockStack>
  );
}
