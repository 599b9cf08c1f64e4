/** Rows of texts that belong together, such as a payment method and its account; they are appended and removed one by one. Keeps nothing of its own but where the keyboard goes on, and what of a long list is shown. */
import { BlockStack, Button, Icon, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, SearchIcon } from "@shopify/polaris-icons";
import { type CSSProperties, useId, useState } from "react";
import { NameField } from "./NameField.tsx";
import styles from "./TextRows.module.css";
import { visibleRows } from "./visible-rows.ts";

export type RowColumn = {
  label: string;
  example?: string;
  /** Offered while somebody types; null: none are known. */
  names?: readonly string[] | null;
  /** Said of a name that is not among them. */
  notThere?: string;
};

export type TextRowsProps = {
  title: string;
  help?: string;
  /** Said while there is no row. */
  none: string;
  columns: readonly RowColumn[];
  words: { add: string; remove: (first: string) => string };
  /** Of a list that may be long: it is searched, and shown bit by bit. */
  long?: { find: string; shown: (shown: number, total: number) => string; more: string };
  rows: readonly (readonly string[])[];
  /** By column. */
  errorsOf: (index: number) => readonly (string | undefined)[];
  /** Of the list as a whole. */
  error?: string | undefined;
  onChange: (rows: string[][]) => void;
};

const SHOWN_FIRST = 20;
const SHOWN_MORE = 50;

export function TextRows({ title, help, none, columns, words, long, rows, errorsOf, error, onChange }: TextRowsProps) {
  const id = useId();
  /** Where the keyboard goes on: into the row that was added last. */
  const [added, setAdded] = useState<number | null>(null);
  /** A row stays while it is written in, whatever is looked for. */
  const [changed, setChanged] = useState<number | null>(null);
  const [find, setFind] = useState("");
  const [limit, setLimit] = useState(SHOWN_FIRST);

  const wrong = [...rows.keys()].filter((index) => errorsOf(index).some((each) => each !== undefined));
  const always = new Set([...wrong, added, changed].filter((index) => index !== null));
  const isLong = long !== undefined && rows.length > SHOWN_FIRST;
  const { indexes, hasMore } = visibleRows(rows, isLong ? { find, limit, always } : { find: "", limit: rows.length, always });
  const described = [...(help === undefined ? [] : [`${id}help`]), ...(error === undefined ? [] : [`${id}addError`])];

  const add = () => {
    setAdded(rows.length);
    setChanged(null);
    onChange([...rows.map((row) => [...row]), columns.map(() => "")]);
  };
  const change = (index: number, row: string[]) => {
    setChanged(index);
    onChange(rows.map((each, at) => (at === index ? row : [...each])));
  };
  const remove = (index: number) => {
    setAdded(null);
    setChanged(null);
    document.getElementById(`${id}add`)?.focus();
    onChange(rows.filter((_, at) => at !== index).map((row) => [...row]));
  };
  const look = (text: string) => {
    setAdded(null);
    setChanged(null);
    setLimit(SHOWN_FIRST);
    setFind(text);
  };

  return (
    <div role="group" aria-labelledby={`${id}title`} {...(described.length > 0 && { "aria-describedby": described.join(" ") })}>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h3" variant="bodyMd" id={`${id}title`}>
            {title}
          </Text>
          {help === undefined ? null : <Text as="p" tone="subdued" id={`${id}help`}>{help}</Text>}
        </BlockStack>
        {rows.length === 0 ? (
          <Text as="p" tone="subdued">
            {none}
          </Text>
        ) : null}
        {isLong ? <Find label={long.find} value={find} onChange={look} /> : null}
        {indexes.length === 0 ? null : (
          <BlockStack gap={{ xs: "400", sm: "200" }}>
            {indexes.map((index) => (
              <Row
                // Rows have no identity but their place; they are only appended and removed.
                key={index}
                columns={columns}
                row={rows[index] ?? []}
                errors={errorsOf(index)}
                isNew={index === added}
                removeLabel={words.remove(rows[index]?.[0] ?? "")}
                onChange={(row) => change(index, row)}
                onRemove={() => remove(index)}
              />
            ))}
          </BlockStack>
        )}
        {isLong ? (
          <InlineStack gap="300" blockAlign="center">
            <div role="status"><Text as="p" tone="subdued">{long.shown(indexes.length, rows.length)}</Text></div>
            {hasMore ? <Button variant="plain" onClick={() => setLimit(limit + SHOWN_MORE)}>{long.more}</Button> : null}
          </InlineStack>
        ) : null}
        <InlineStack>
          <Button id={`${id}add`} onClick={add}>{words.add}</Button>
        </InlineStack>
        {error === undefined ? null : <InlineError fieldID={`${id}add`} message={error} />}
      </BlockStack>
    </div>
  );
}

/** Enter looks, and does not save the form around it. */
function Find({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <div onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}>
      <TextField label={label} labelHidden placeholder={label} prefix={<Icon source={SearchIcon} tone="subdued" />} autoComplete="off" value={value} onChange={onChange} clearButton={value !== ""} onClearButtonClick={() => onChange("")} />
    </div>
  );
}

type RowProps = {
  columns: readonly RowColumn[];
  row: readonly string[];
  errors: readonly (string | undefined)[];
  isNew: boolean;
  removeLabel: string;
  onChange: (row: string[]) => void;
  onRemove: () => void;
};

function Row({ columns, row, errors, isNew, removeLabel, onChange, onRemove }: RowProps) {
  return (
    <div className={styles["row"]} style={{ "--columns": columns.length } as CSSProperties}>
      {columns.map(({ label, example, names = null, notThere }, at) => (
        <NameField
          key={label} label={label} placeholder={example} names={names} notThere={notThere} error={errors[at]} focused={isNew && at === 0}
          value={row[at] ?? ""} onChange={(text) => onChange(columns.map((_, each) => (each === at ? text : (row[each] ?? ""))))}
        />
      ))}
      <div className={styles["remove"]}>
        <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={removeLabel} onClick={onRemove} />
      </div>
    </div>
  );
}
