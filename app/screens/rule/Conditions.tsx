/** When, or unless: the conditions of a rule, with one nested level of groups. */
import { BlockStack, Button, ButtonGroup, Card, InlineGrid, InlineStack, Select, Text } from "@shopify/polaris";
import { ConditionRow, fieldInputId } from "./ConditionRow.tsx";
import styles from "./Editor.module.css";
import { focusSoon } from "./focus-soon.ts";
import { newId } from "./new-id.ts";
import type { EditedGroup, EditedRow, EditedRule, EditorErrors, Joined, Suggestions, TryView, Vocabulary } from "./view.ts";
import { WORDS } from "./words.ts";

export type ConditionsProps = {
  rule: EditedRule;
  vocabulary: Vocabulary;
  suggestions: Suggestions;
  errors: EditorErrors;
  tried: TryView["result"];
  /** `about`: what changed, so that typing in one place is undone at once. */
  onChange: (changes: Partial<EditedRule>, about: string) => void;
};

type Member = EditedRow | EditedGroup;

const JOINED = [{ value: "all", label: WORDS.all }, { value: "any", label: WORDS.any }];
const emptyRow = (): EditedRow => ({ id: newId(), field: "", name: "", op: "", values: [], every: false });

export function Conditions({ rule, vocabulary, suggestions, errors, tried, onChange }: ConditionsProps) {
  const { members } = rule;
  const put = (next: Member[], about: string): void => onChange({ members: next }, about);
  const replace = (member: Member, about: string): void => put(members.map((each) => (each.id === member.id ? member : each)), about);
  const remove = (id: string): void => {
    put(members.flatMap((each): Member[] => (each.id === id ? [] : [each])), `remove ${id}`);
    focusSoon(ADD_ID);
  };
  const add = (member: Member, firstRow: string): void => {
    put([...members, member], `add ${member.id}`);
    focusSoon(fieldInputId(firstRow));
  };
  const rowProps = { vocabulary, suggestions, tried };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{WORDS.when}</Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <Select
            label={WORDS.how} options={[{ value: "when", label: WORDS.whenChoice }, { value: "unless", label: WORDS.unlessChoice }]}
            value={rule.unless ? "unless" : "when"} onChange={(value) => onChange({ unless: value === "unless" }, "unless")}
          />
          {members.length < 2 ? null : <Select label={WORDS.joined} options={JOINED} value={rule.joined} onChange={(value) => onChange({ joined: joinedOf(value) }, "joined")} />}
        </InlineGrid>
        {members.length === 0 ? <Text as="p" tone="subdued">{WORDS.everyOrder}</Text> : null}
        <div>
          {members.map((member, index) => ("rows" in member ? (
            <Group key={member.id} group={member} number={index + 1} errors={errors} {...rowProps} onChange={(group) => replace(group, `group ${group.id}`)} onRemove={() => remove(member.id)} />
          ) : (
            <ConditionRow key={member.id} row={member} number={index + 1} error={errors[`row:${member.id}`]} {...rowProps} onChange={(row) => replace(row, `row ${row.id}`)} onRemove={() => remove(member.id)} />
          )))}
        </div>
        <ButtonGroup>
          <Button id={ADD_ID} onClick={() => { const row = emptyRow(); add(row, row.id); }}>{WORDS.addCondition}</Button>
          <Button onClick={() => { const row = emptyRow(); add({ id: newId(), joined: rule.joined === "all" ? "any" : "all", rows: [row] }, row.id); }}>{WORDS.addGroup}</Button>
        </ButtonGroup>
      </BlockStack>
    </Card>
  );
}

type GroupProps = Pick<ConditionsProps, "vocabulary" | "suggestions" | "errors" | "tried"> & { group: EditedGroup; number: number; onChange: (group: EditedGroup) => void; onRemove: () => void };

function Group({ group, number, errors, onChange, onRemove, ...rowProps }: GroupProps) {
  const put = (rows: EditedRow[]): void => (rows.length === 0 ? onRemove() : onChange({ ...group, rows }));
  return (
    <div role="group" aria-label={`${WORDS.group} ${number}`} className={styles["group"]}>
      <Select label={WORDS.joined} options={JOINED} value={group.joined} onChange={(value) => onChange({ ...group, joined: joinedOf(value) })} />
      {group.rows.map((row, index) => (
        <ConditionRow
          key={row.id} row={row} number={index + 1} error={errors[`row:${row.id}`]} {...rowProps}
          onChange={(changed) => put(group.rows.map((each) => (each.id === row.id ? changed : each)))} onRemove={() => put(group.rows.filter(({ id }) => id !== row.id))}
        />
      ))}
      <InlineStack gap="200">
        <Button size="slim" onClick={() => { const row = emptyRow(); put([...group.rows, row]); focusSoon(fieldInputId(row.id)); }}>{WORDS.addCondition}</Button>
        <Button size="slim" variant="tertiary" onClick={onRemove}>{WORDS.removeGroup}</Button>
      </InlineStack>
    </div>
  );
}

const ADD_ID = "add-condition";
const joinedOf = (value: string): Joined => (value === "any" ? "any" : "all");
