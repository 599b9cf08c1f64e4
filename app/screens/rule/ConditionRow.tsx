/** One condition: field, comparison, value, and how many of the latest orders pass it. */
import { Button, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { ShareBar } from "#app/components/ShareBar.tsx";
import styles from "./Editor.module.css";
import { comparisonsOf, fieldOf, withComparison, withField } from "./row-changes.ts";
import { SearchPicker } from "./SearchPicker.tsx";
import { ValueInput } from "./ValueInput.tsx";
import type { EditedRow, Suggestions, TryView, Vocabulary } from "./view.ts";
import { WORDS } from "./words.ts";

export type ConditionRowProps = {
  row: EditedRow;
  number: number;
  vocabulary: Vocabulary;
  suggestions: Suggestions;
  error: string | undefined;
  tried: TryView["result"];
  onChange: (row: EditedRow) => void;
  onRemove: () => void;
};

export const fieldInputId = (rowId: string): string => `field-${rowId}`;

export function ConditionRow({ row, number, vocabulary, suggestions, error, tried, onChange, onRemove }: ConditionRowProps) {
  const field = fieldOf(vocabulary, row);
  const comparisons = comparisonsOf(vocabulary, field);
  const comparison = comparisons.find(({ key }) => key === row.op);
  const label = WORDS.conditionLabel(number);
  return (
    <div role="group" aria-label={label} className={styles["row"]}>
      <div className={styles["inputs"]}>
        <SearchPicker
          id={fieldInputId(row.id)} label={`${label}: ${WORDS.field}`} labelHidden placeholder={WORDS.fieldPlaceholder} value={row.field} onChange={(key) => (key === row.field ? undefined : onChange(withField(vocabulary, row, key)))}
          options={vocabulary.fields.map(({ key, label: words, group }) => ({ value: key, label: words, group }))} error={field === undefined ? error : undefined} helpText={field?.help === "" ? undefined : field?.help}
        />
        {field === undefined ? null : (
          <>
            {field.parameter === null ? null : (
              <TextField label={field.parameter.label} labelHidden placeholder={field.parameter.label} autoComplete="off" value={row.name} onChange={(name) => onChange({ ...row, name })} />
            )}
            {field.isOfLine ? (
              <Select
                label={WORDS.lines} labelHidden options={[{ value: "any", label: WORDS.anyLine }, { value: "every", label: WORDS.everyLine }]}
                value={row.every ? "every" : "any"} onChange={(value) => onChange({ ...row, every: value === "every" })}
              />
            ) : null}
            <Select label={`${label}: ${WORDS.comparison}`} labelHidden options={comparisons.map(({ key, label: words }) => ({ value: key, label: words }))} value={row.op} onChange={(op) => onChange(withComparison(vocabulary, row, op))} />
            {comparison === undefined ? null : (
              <ValueInput row={row} field={field} comparison={comparison} suggestions={suggestions.values[field.key] ?? []} error={error} onChange={(values) => onChange({ ...row, values })} />
            )}
          </>
        )}
      </div>
      <div className={styles["remove"]}>
        <Button icon={XIcon} variant="tertiary" accessibilityLabel={WORDS.removeCondition(field?.label ?? String(number))} onClick={onRemove} />
      </div>
      <RowBar row={row} tried={tried} />
    </div>
  );
}

function RowBar({ row, tried }: Pick<ConditionRowProps, "row" | "tried">) {
  const counts = tried?.rows[row.id];
  if (tried === null || counts === undefined || tried.total === 0) return null;
  const { passes, keepsOut, keepsOutCount } = counts;
  return (
    <div className={styles["bar"]}>
      <InlineStack gap="200" blockAlign="center">
        <ShareBar part={passes} of={tried.total} />
        <Text as="span" variant="bodySm" tone="subdued">{WORDS.passes(String(passes), String(tried.total))}</Text>
      </InlineStack>
      {keepsOut.length === 0 ? null : <span className={styles["keepsOut"]}>{WORDS.keepsOut(keepsOut.join(", "), keepsOutCount - keepsOut.length)}</span>}
    </div>
  );
}
