/** What a word of the rule's sentence is changed by: the same editors as below in the page, by themselves. */
import { Button, ChoiceList, InlineStack, Text, TextField } from "@shopify/polaris";
import type { FormEvent, ReactNode } from "react";
import { InPopover } from "./picker.ts";
import { firstResult, Result } from "./Result.tsx";
import { comparisonsOf, fieldOf, withComparison, withField } from "./row-changes.ts";
import { SearchPicker } from "./SearchPicker.tsx";
import styles from "./Sentence.module.css";
import { ValueInput } from "./ValueInput.tsx";
import type { EditedAction, EditedRow, EditedRule, EditorErrors, Joined, Place, Suggestions, Vocabulary } from "./view.ts";
import { SENTENCE, WORDS } from "./words.ts";

export type PlaceEditorProps = {
  place: Place;
  rule: EditedRule;
  vocabulary: Vocabulary;
  suggestions: Suggestions;
  errors: EditorErrors;
  onChange: (changes: Partial<EditedRule>, about: string) => void;
  onDone: () => void;
};

export function PlaceEditor(props: PlaceEditorProps) {
  const { place, rule, onChange, onDone } = props;
  switch (place.of) {
    case "how":
      return <Framed place={place} onDone={onDone}><Choices label={WORDS.how} options={HOW} value={rule.unless ? "unless" : "when"} onChange={(value) => onChange({ unless: value === "unless" }, "unless")} /></Framed>;
    case "joined":
      return <Framed place={place} onDone={onDone}><JoinedEditor {...props} id={place.id} /></Framed>;
    case "field":
    case "comparison":
    case "value": {
      const row = rowsOf(rule).find(({ id }) => id === place.id);
      return row === undefined ? null : <Framed place={place} onDone={onDone}><RowEditor {...props} row={row} part={place.of} /></Framed>;
    }
    case "action":
    case "result": {
      const action = rule.actions.find(({ id }) => id === place.id);
      return action === undefined ? null : <Framed place={place} onDone={onDone}><ActionEditor {...props} action={action} parameter={place.of === "result" ? place.parameter : null} /></Framed>;
    }
  }
}

/** Enter in a field is enough; what is chosen from a list closes by itself. */
function Framed({ place, onDone, children }: { place: Place; onDone: () => void; children: ReactNode }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onDone();
  };
  return (
    <form role="dialog" aria-label={SENTENCE.titles[place.of]} className={styles["editor"]} onSubmit={submit}>
      <Text as="h3" variant="headingSm">{SENTENCE.titles[place.of]}</Text>
      <InPopover.Provider value={{ onChosen: onDone }}>{children}</InPopover.Provider>
      <InlineStack align="end"><Button submit size="slim">{SENTENCE.done}</Button></InlineStack>
    </form>
  );
}

const HOW = [{ value: "when", label: WORDS.whenChoice }, { value: "unless", label: WORDS.unlessChoice }];
const JOINED = [{ value: "all", label: WORDS.all }, { value: "any", label: WORDS.any }];
const LINES = [{ value: "any", label: WORDS.anyLine }, { value: "every", label: WORDS.everyLine }];

function Choices({ label, options, value, onChange }: { label: string; options: { value: string; label: string }[]; value: string; onChange: (value: string) => void }) {
  return <ChoiceList title={label} titleHidden choices={options} selected={[value]} onChange={([chosen = value]) => onChange(chosen)} />;
}

function JoinedEditor({ rule, id, onChange }: PlaceEditorProps & { id: string | null }) {
  const group = rule.members.find((member) => member.id === id);
  const value = id === null ? rule.joined : group !== undefined && "rows" in group ? group.joined : "all";
  const change = (chosen: string): void => {
    const joined: Joined = chosen === "any" ? "any" : "all";
    onChange(id === null ? { joined } : { members: rule.members.map((member) => (member.id === id && "rows" in member ? { ...member, joined } : member)) }, `joined ${id ?? ""}`);
  };
  return <Choices label={WORDS.joined} options={JOINED} value={value} onChange={change} />;
}

const rowsOf = ({ members }: EditedRule): EditedRow[] => members.flatMap((member) => ("rows" in member ? member.rows : [member]));

function RowEditor({ rule, row, part, vocabulary, suggestions, errors, onChange }: PlaceEditorProps & { row: EditedRow; part: "field" | "comparison" | "value" }) {
  const field = fieldOf(vocabulary, row);
  const comparisons = comparisonsOf(vocabulary, field);
  const comparison = comparisons.find(({ key }) => key === row.op);
  const error = errors[`row:${row.id}`];
  const put = (changed: EditedRow): void => {
    const inPlace = (each: EditedRow): EditedRow => (each.id === row.id ? changed : each);
    onChange({ members: rule.members.map((member) => ("rows" in member ? { ...member, rows: member.rows.map(inPlace) } : inPlace(member))) }, `row ${row.id}`);
  };
  if (part === "comparison") return <SearchPicker label={WORDS.comparison} value={row.op} options={comparisons.map(({ key, label }) => ({ value: key, label }))} onChange={(op) => put(withComparison(vocabulary, row, op))} />;
  if (part === "value") return field === undefined || comparison === undefined ? null : <ValueInput row={row} field={field} comparison={comparison} suggestions={suggestions.values[field.key] ?? []} error={error} onChange={(values) => put({ ...row, values })} />;
  return (
    <>
      {field?.parameter ? <TextField label={field.parameter.label} autoComplete="off" value={row.name} onChange={(name) => put({ ...row, name })} /> : null}
      {field?.isOfLine === true ? <Choices label={WORDS.lines} options={LINES} value={row.every ? "every" : "any"} onChange={(value) => put({ ...row, every: value === "every" })} /> : null}
      <SearchPicker label={WORDS.field} placeholder={WORDS.fieldPlaceholder} value={row.field} options={vocabulary.fields.map(({ key, label, group }) => ({ value: key, label, group }))} onChange={(key) => put(withField(vocabulary, row, key))} />
    </>
  );
}

function ActionEditor({ rule, action, parameter, vocabulary, suggestions, errors, onChange }: PlaceEditorProps & { action: EditedAction; parameter: string | null }) {
  const known = vocabulary.actions.find(({ key }) => key === action.action);
  const drawn = known?.parameters.find(({ name }) => name === parameter);
  const put = (changed: EditedAction): void => onChange({ actions: rule.actions.map((each) => (each.id === action.id ? changed : each)) }, `action ${action.id}`);
  if (known !== undefined && drawn !== undefined) {
    return (
      <Result
        parameter={drawn} action={known} vocabulary={vocabulary} suggestions={suggestions} error={errors[`action:${action.id}`]} result={action.results[drawn.name] ?? firstResult(drawn)}
        onChange={(result) => put({ ...action, results: { ...action.results, [drawn.name]: result } })}
      />
    );
  }
  return (
    <SearchPicker
      label={WORDS.action} placeholder={WORDS.actionPlaceholder} value={action.action} options={vocabulary.actions.map(({ key, label, group }) => ({ value: key, label, group }))}
      onChange={(key) => (key === action.action ? undefined : put({ ...action, action: key, results: {} }))}
    />
  );
}
