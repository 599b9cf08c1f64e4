/** Then: the actions of a rule, drawn from their descriptions alone. */
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import styles from "./Editor.module.css";
import { focusSoon } from "./focus-soon.ts";
import { newId } from "./new-id.ts";
import { firstResult, Result } from "./Result.tsx";
import { SearchPicker } from "./SearchPicker.tsx";
import type { EditedAction, EditedRule, EditorErrors, Suggestions, Vocabulary } from "./view.ts";
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
