/** A field that is searched with its list right below, as it stands in a popover. The keyboard stays in the field; arrows go through the list. */
import { BlockStack, Icon, Text, TextField } from "@shopify/polaris";
import { CheckIcon, SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import styles from "./InlinePicker.module.css";
import { fittingOptions, type PickerOption, type PickerProps, sections, useInPopover } from "./picker.ts";
import { WORDS } from "./words.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function InlinePicker({ label, value, options, onChange, clearAfter = false, freeText = false, placeholder, error, helpText }: PickerProps) {
  const popover = useInPopover();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  // A value that is written down stands in the field; one of a list is marked in it.
  const [text, setText] = useState(freeText && !clearAfter ? value : "");
  const [searching, setSearching] = useState(false);
  const [active, setActive] = useState<number | null>(null);

  const words = searching ? text.trim().toLowerCase() : "";
  const fitting = fittingOptions(options, words);
  const isNew = freeText && clearAfter && words !== "" && !options.some((option) => option.label.toLowerCase() === words);
  const groups = [...(isNew ? [{ group: "", members: [{ value: text.trim(), label: WORDS.use(text.trim()) }] }] : []), ...sections(fitting)];
  const shown: readonly PickerOption[] = groups.flatMap(({ members }) => members);
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => {
    if (active !== null) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "center" });
  }, []);

  const type = (typed: string): void => {
    setText(typed);
    setSearching(true);
    // What is searched for is the first that fits; what is written counts as it is.
    setActive(typed.trim() === "" || (freeText && !clearAfter) ? null : 0);
    if (freeText && !clearAfter) onChange(typed);
  };
  const choose = (option: PickerOption): void => {
    setSearching(false);
    setActive(null);
    setText(freeText && !clearAfter ? option.value : "");
    onChange(option.value);
    if (!clearAfter) popover?.onChosen();
  };
  const onKeys = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setActive((now) => ((now ?? (step > 0 ? -1 : 0)) + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && active !== null) {
      const chosen = shown[active];
      if (chosen === undefined) return;
      event.preventDefault();
      choose(chosen);
    }
  };
  const drawn = (option: PickerOption) => {
    const index = shown.indexOf(option);
    return <Choice key={option.value} id={optionId(index)} option={option} isActive={active === index} isChosen={!clearAfter && option.value === value} onChoose={() => choose(option)} />;
  };
  return (
    <BlockStack gap="200">
      <div onKeyDown={onKeys}>
        <TextField
          label={label} labelHidden value={text} onChange={type} autoComplete="off" placeholder={placeholder ?? label} error={error} helpText={helpText} prefix={freeText ? undefined : <Icon source={SearchIcon} tone="subdued" />}
          role="combobox" ariaAutocomplete="list" ariaExpanded={shown.length > 0} ariaControls={listId} {...(active === null ? {} : { ariaActiveDescendant: optionId(active) })}
        />
      </div>
      {shown.length === 0 && !freeText ? <Text as="p" tone="subdued">{WORDS.nothingFound}</Text> : null}
      <div id={listId} ref={list} role="listbox" aria-label={label} className={styles["list"]} hidden={shown.length === 0}>
        {groups.map(({ group, members }) => (group === "" ? members.map(drawn) : (
          <div key={group} role="group" aria-label={group}>
            <div role="presentation" className={styles["heading"]}>{group}</div>
            {members.map(drawn)}
          </div>
        )))}
      </div>
    </BlockStack>
  );
}

type ChoiceProps = { id: string; option: PickerOption; isActive: boolean; isChosen: boolean; onChoose: () => void };

function Choice({ id, option, isActive, isChosen, onChoose }: ChoiceProps) {
  return (
    // The keyboard stays in the field, which tells this option's id.
    <div id={id} role="option" aria-selected={isChosen} aria-label={option.label} className={styles["option"]} {...(isActive && { "data-active": "" })} onPointerDown={(event) => event.preventDefault()} onClick={onChoose}>
      <span>{option.label}</span>
      {option.beside === undefined ? null : <span className={styles["beside"]}>{option.beside}</span>}
      {isChosen ? <span className={styles["check"]}><Icon source={CheckIcon} /></span> : null}
    </div>
  );
}
