/** What an action sets something to: a value, a field's value, or a text with fields; drawn from the parameter's description alone. */
import { BlockStack, Select, TextField } from "@shopify/polaris";
import styles from "./Editor.module.css";
import { SearchPicker } from "./SearchPicker.tsx";
import type { ActionView, EditedResult, ParameterView, Source, Suggestions, Vocabulary } from "./view.ts";
import { WORDS } from "./words.ts";

export const firstResult = ({ sources }: ParameterView): EditedResult => ({ source: sources[0] ?? "constant", value: "", name: "" });

export type ResultProps = { vocabulary: Vocabulary; suggestions: Suggestions; parameter: ParameterView; action: ActionView; result: EditedResult; error: string | undefined; onChange: (result: EditedResult) => void };

export function Result({ parameter, action, vocabulary, suggestions, result, error, onChange }: ResultProps) {
  const { label, sources } = parameter;
  const field = vocabulary.fields.find(({ key }) => key === result.value);
  const fields = vocabulary.fields.filter(({ isOfLine }) => action.isOfLines || !isOfLine);
  return (
    <div className={styles["inputs"]}>
      {sources.length < 2 ? null : (
        <Select
          label={`${label}: ${WORDS.source}`} labelHidden options={sources.map((source) => ({ value: source, label: `${label} ${WORDS.sources[source]}` }))} value={result.source}
          onChange={(source) => onChange({ source: sourceOf(source), value: "", name: "" })}
        />
      )}
      {result.source === "constant" ? <Constant parameter={parameter} names={suggestions.names[parameter.kind] ?? []} value={result.value} error={error} onChange={(value) => onChange({ ...result, value })} /> : null}
      {result.source === "copy" ? (
        <SearchPicker label={label} placeholder={WORDS.fieldPlaceholder} value={result.value} error={error} options={fields.map(({ key, label: words, group }) => ({ value: key, label: words, group }))} onChange={(value) => onChange({ ...result, value, name: "" })} />
      ) : null}
      {result.source === "copy" && field?.parameter ? <TextField label={field.parameter.label} autoComplete="off" value={result.name} onChange={(name) => onChange({ ...result, name })} /> : null}
      {result.source === "template" ? <Template label={label} fields={fields} value={result.value} error={error} onChange={(value) => onChange({ ...result, value })} /> : null}
    </div>
  );
}

const sourceOf = (value: string): Source => (value === "copy" || value === "template" ? value : "constant");

type ValueProps = { value: string; error: string | undefined; onChange: (value: string) => void };

function Constant({ parameter, names, value, error, onChange }: ValueProps & { parameter: ParameterView; names: Suggestions["names"][string] }) {
  const { label, help, kind, choices } = parameter;
  const common = { label, helpText: help === "" ? undefined : help, value, error, onChange };
  if (kind === "choice") return <Select {...common} options={[{ value: "", label: "…" }, ...choices]} />;
  if (kind === "date") return <TextField {...common} type="date" autoComplete="off" />;
  if (kind === "number") return <TextField {...common} inputMode="numeric" autoComplete="off" />;
  if (kind === "table") return <TextField {...common} helpText={WORDS.tableHelp} multiline={4} autoComplete="off" />;
  return names.length === 0 ? <TextField {...common} autoComplete="off" /> : <SearchPicker {...common} freeText options={names} />;
}

function Template({ label, fields, value, error, onChange }: ValueProps & { label: string; fields: Vocabulary["fields"] }) {
  return (
    <BlockStack gap="100">
      <TextField label={label} helpText={WORDS.templateHelp} autoComplete="off" value={value} error={error} onChange={onChange} />
      <SearchPicker
        label={WORDS.field} labelHidden clearAfter placeholder={WORDS.fieldPlaceholder} value=""
        options={fields.filter(({ parameter }) => parameter === null).map(({ key, label: words, group }) => ({ value: key, label: words, group }))} onChange={(key) => onChange(`${value}{${key}}`)}
      />
    </BlockStack>
  );
}
