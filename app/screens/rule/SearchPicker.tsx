/** A field that is searched: type, and choose from what fits. With `freeText` what is typed counts as it is, and the list only helps. */
import { AutoSelection, Combobox, Icon, Listbox } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";
import { InlinePicker } from "./InlinePicker.tsx";
import { fittingOptions, type PickerOption, type PickerProps, sections, useInPopover } from "./picker.ts";
import { WORDS } from "./words.ts";

export function SearchPicker(props: PickerProps) {
  return useInPopover() === null ? <OpeningPicker {...props} /> : <InlinePicker {...props} />;
}

function OpeningPicker({ label, labelHidden = false, value, options, onChange, clearAfter = false, freeText = false, placeholder, error, helpText, id }: PickerProps) {
  const shown = clearAfter ? "" : (options.find((option) => option.value === value)?.label ?? (freeText ? value : ""));
  const [text, setText] = useState(shown);
  const [searching, setSearching] = useState(false);
  useEffect(() => setText(shown), [shown]);

  const words = searching ? text.trim().toLowerCase() : "";
  const fitting = fittingOptions(options, words);
  const isNew = freeText && words !== "" && (clearAfter || !options.some((option) => option.label.toLowerCase() === words));

  const type = (typed: string): void => {
    setText(typed);
    setSearching(true);
    if (freeText && !clearAfter) onChange(typed);
  };
  const choose = (chosen: string): void => {
    setSearching(false);
    setText(clearAfter ? "" : (options.find((option) => option.value === chosen)?.label ?? chosen));
    onChange(chosen);
  };
  const leave = (): void => {
    setSearching(false);
    if (clearAfter && freeText && text.trim() !== "") choose(text.trim());
    else if (!freeText) setText(shown);
  };

  return (
    <Combobox
      activator={
        <Combobox.TextField
          id={id} label={label} labelHidden={labelHidden} value={text} onChange={type} onBlur={leave} autoComplete="off" placeholder={placeholder} error={error} helpText={helpText}
          prefix={freeText ? undefined : <Icon source={SearchIcon} tone="subdued" />}
        />
      }
    >
      {fitting.length === 0 && !isNew ? (
        freeText ? null : <Listbox><Listbox.Option value="" disabled>{WORDS.nothingFound}</Listbox.Option></Listbox>
      ) : (
        <Listbox onSelect={choose} autoSelection={searching && !(freeText && !clearAfter) ? AutoSelection.First : AutoSelection.None}>
          {isNew && clearAfter ? <Listbox.Option key="new" value={text.trim()}>{WORDS.use(text.trim())}</Listbox.Option> : null}
          {sections(fitting).map(({ group, members }) => (group === "" ? members.map((option) => <Choice key={option.value} option={option} isChosen={option.value === value} />) : (
            <Listbox.Section key={group} divider={false} title={<Listbox.Header>{group}</Listbox.Header>}>
              {members.map((option) => <Choice key={option.value} option={option} isChosen={option.value === value} />)}
            </Listbox.Section>
          )))}
        </Listbox>
      )}
    </Combobox>
  );
}

function Choice({ option, isChosen }: { option: PickerOption; isChosen: boolean }) {
  return (
    <Listbox.Option value={option.value} selected={isChosen} accessibilityLabel={option.label}>
      {option.beside === undefined ? option.label : `${option.label} · ${option.beside}`}
    </Listbox.Option>
  );
}
