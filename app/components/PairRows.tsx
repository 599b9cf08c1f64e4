/** Rows of two texts that belong together, such as a payment method and its account; they are appended and removed one by one. Keeps nothing of its own but where the keyboard goes on. */
import { useId, useState } from "react";
import { BlockStack, Button, InlineGrid, InlineStack, Text, TextField } from "@shopify/polaris";

export type Pair = readonly [string, string];

export type PairRowsProps = {
  title: string;
  /** Said while there is no row. */
  none: string;
  labels: { first: string; firstExample?: string; second: string; add: string; remove: (first: string) => string; removeShort: string };
  rows: readonly Pair[];
  errorsOf: (index: number) => { first: string | undefined; second: string | undefined };
  onChange: (rows: Pair[]) => void;
};

export function PairRows({ title, none, labels, rows, errorsOf, onChange }: PairRowsProps) {
  const addId = useId();
  /** Where the keyboard goes on: into the row that was added last. */
  const [added, setAdded] = useState<number | null>(null);
  const add = () => {
    setAdded(rows.length);
    onChange([...rows, ["", ""]]);
  };
  const remove = (index: number) => {
    setAdded(null);
    document.getElementById(addId)?.focus();
    onChange(rows.filter((_, at) => at !== index));
  };
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="bodyMd">
        {title}
      </Text>
      {rows.length === 0 ? (
        <Text as="p" tone="subdued">
          {none}
        </Text>
      ) : null}
      {rows.map((row, index) => (
        <PairRow
          // Rows have no identity but their place; they are only appended and removed.
          key={index}
          row={row}
          labels={labels}
          errors={errorsOf(index)}
          isNew={index === added}
          onChange={(changed) => onChange(rows.map((each, at) => (at === index ? changed : each)))}
          onRemove={() => remove(index)}
        />
      ))}
      <InlineStack>
        <Button id={addId} onClick={add}>{labels.add}</Button>
      </InlineStack>
    </BlockStack>
  );
}

type PairRowProps = {
  row: Pair;
  labels: PairRowsProps["labels"];
  errors: ReturnType<PairRowsProps["errorsOf"]>;
  isNew: boolean;
  onChange: (row: Pair) => void;
  onRemove: () => void;
};

function PairRow({ row: [first, second], labels, errors, isNew, onChange, onRemove }: PairRowProps) {
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
        <TextField
          // `false` would take the keyboard away.
          {...(isNew ? { focused: true } : {})}
          label={labels.first} placeholder={labels.firstExample} autoComplete="off"
          value={first} onChange={(text) => onChange([text, second])} error={errors.first}
        />
        <TextField label={labels.second} autoComplete="off" value={second} onChange={(text) => onChange([first, text])} error={errors.second} />
      </InlineGrid>
      <InlineStack align="end">
        <Button variant="plain" tone="critical" onClick={onRemove} accessibilityLabel={labels.remove(first)}>
          {labels.removeShort}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
