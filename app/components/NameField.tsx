/** A text field that offers names while somebody types; what is typed counts as it is. Where no names are known it is a plain text field. */
import { AutoSelection, Combobox, Listbox, TextField } from "@shopify/polaris";
import { useState } from "react";

export type NameFieldProps = {
  label: string;
  value: string;
  /** Null: not known. */
  names: readonly string[] | null;
  /** Said of a name that is not among `names`; left out where they are only some of all. */
  notThere?: string | undefined;
  helpText?: string | undefined;
  placeholder?: string | undefined;
  error?: string | undefined;
  focused?: boolean;
  onChange: (value: string) => void;
};

const SHOWN = 60;
const folded = (text: string): string => text.trim().toLowerCase();

export function NameField({ label, value, names, notThere, helpText, placeholder, error, focused = false, onChange }: NameFieldProps) {
  /** From the first key until a name was chosen or the field is left. */
  const [searching, setSearching] = useState(false);
  const known = names ?? [];
  const isUnknown = names !== null && !searching && value.trim() !== "" && !known.some((name) => folded(name) === folded(value));
  // `focused: false` would take the keyboard away.
  const field = { label, value, placeholder, error, helpText: isUnknown && notThere !== undefined ? notThere : helpText, autoComplete: "off", ...(focused && { focused }) };
  if (known.length === 0) return <TextField {...field} onChange={onChange} />;

  const fitting = known.filter((name) => !searching || folded(name).includes(folded(value))).slice(0, SHOWN);
  const type = (text: string): void => {
    setSearching(true);
    onChange(text);
  };
  const choose = (name: string): void => {
    setSearching(false);
    onChange(name);
  };
  return (
    <Combobox activator={<Combobox.TextField {...field} onChange={type} onBlur={() => setSearching(false)} />}>
      {fitting.length === 0 ? null : (
        <Listbox onSelect={choose} autoSelection={AutoSelection.None}>
          {fitting.map((name) => (
            <Listbox.Option key={name} value={name} selected={name === value}>
              {name}
            </Listbox.Option>
          ))}
        </Listbox>
      )}
    </Combobox>
  );
}
