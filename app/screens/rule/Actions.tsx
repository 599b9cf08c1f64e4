/** Then: the actions of a rule, drawn from their descriptions alone. */
import { BlockStack, Button, Card, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { focusSoon } from "./Conditions.tsx";
import styles from "./Editor.module.css";
import { newId } from "./new-id.ts";
import { SearchPicker } from "./SearchPicker.tsx";
import type { ActionView, EditedAction, EditedResult, EditedRule, EditorErrors, ParameterView, Source, Suggestions, Vocabulary } from "./view.ts";
import { WORDS } from "./words.ts";

export type ActionsProps = { rule: EditedRule; vocabulary: Vocabulary; suggestions: Suggestions; errors: EditorErrors; onChange: (changes: Partial<EditedRule>, about: string) => void };

const actionInputId = (id: string): string => `action-${id}`;

export function Actions({ rule, vocabulary, suggestions, errors, onChange }: ActionsProps) {
  const { actions } = rule;
  const put = (next: EditedAction[], about: string): void => onChange({ actions: next }, about);
  const add = (): void => {
    const action: EditedAction = { id: newId(), action: "", results: {} };
    put([...actions, action], `add ${action.id}`);
    focusSoon(actionInputId(action.id));
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{WORDS.then}</Text>
        {errors[""] === undefined ? null : <Text as="p" tone="critical">{errors[""]}</Text>}
        <div>
          {actions.map((action, index) => (
            <ActionRow
              key={action.id} action={action} number={index + 1} vocabulary={vocabulary} suggestions={suggestions} error={errors[`action:${action.id}`]}
              onChange={(changed) => put(actions.map((each) => (each.id === action.id ? changed : each)), `action ${action.id}`)}
              onRemove={() => { put(actions.filter(({ id }) => id !== action.id), `remove ${action.id}`); focusSoon("add-action"); }}
            />
          ))}
        </div>
        <InlineStack><Button id="add-action" onClick={add}>{WORDS.addAction}</Button></InlineStack>
      </BlockStack>
    </Card>
  );
}

type ActionRowProps = Pick<ActionsProps, "vocabulary" | "suggestions"> & { action: EditedAction; number: number; error: string | undefined; onChange: (action: EditedAction) => void; onRemove: () => void };

function ActionRow({ action, number, vocabulary, suggestions, error, onChange, onRemove }: ActionRowProps) {
  const known = vocabulary.actions.find(({ key }) => key === action.action);
  const label = WORDS.actionLabel(number);
  const drawn = known?.parameters.filter(({ kind }) => kind !== "flag") ?? [];
  return (
    <div role="group" aria-label={label} className={styles["row"]}>
      <BlockStack gap="200">
        <SearchPicker
          id={actionInputId(action.id)} label={`${label}: ${WORDS.action}`} labelHidden placeholder={WORDS.actionPlaceholder} value={action.action}
          options={vocabulary.actions.map(({ key, label: words, group }) => ({ value: key, label: words, group }))} onChange={(key) => (key === action.action ? undefined : onChange({ ...action, action: key, results: {} }))}
          error={drawn.length === 0 ? error : undefined} helpText={known?.help}
        />
        {known === undefined ? null : drawn.map((parameter, index) => (
          <Result
            key={parameter.name} parameter={parameter} action={known} vocabulary={vocabulary} suggestions={suggestions} error={index === 0 ? error : undefined}
            result={action.results[parameter.name] ?? firstResult(parameter)} onChange={(result) => onChange({ ...action, results: { ...action.results, [parameter.name]: result } })}
          />
        ))}
      </BlockStack>
      <div className={styles["remove"]}>
        <Button icon={XIcon} variant="tertiary" accessibilityLabel={WORDS.removeAction(known?.label ?? String(number))} onClick={onRemove} />
      </div>
    </div>
  );
}

const firstResult = ({ sources }: ParameterView): EditedResult => ({ source: sources[0] ?? "constant", value: "", name: "" });

type ResultProps = Pick<ActionsProps, "vocabulary" | "suggestions"> & { parameter: ParameterView; action: ActionView; result: EditedResult; error: string | undefined; onChange: (result: EditedResult) => void };

function Result({ parameter, action, vocabulary, suggestions, result, error, onChange }: ResultProps) {
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
