/** A search whose words stand in the address. */
import { useId, useState } from "react";
import { Button, TextField } from "@shopify/polaris";
import { Form, useNavigate } from "@remix-run/react";
import styles from "./SearchForm.module.css";

export type SearchFormProps = {
  action: string;
  name: string;
  value: string;
  /** Other choices in the address that a search keeps. */
  keep: Readonly<Record<string, string>>;
  clearUrl: string;
  words: { label: string; placeholder: string; button: string; clear: string };
};

export function SearchForm({ action, name, value, keep, clearUrl, words }: SearchFormProps) {
  const [text, setText] = useState(value);
  const [searched, setSearched] = useState(value);
  const navigate = useNavigate();
  const id = useId();
  // A new search starts from its own text, also when going back; the field stays, and the keyboard in it.
  if (searched !== value) {
    setSearched(value);
    setText(value);
  }
  const clear = () => {
    // The button that was pressed goes away with the search.
    document.getElementById(id)?.focus();
    navigate(clearUrl);
  };
  return (
    <Form method="get" action={action} role="search" className={styles["form"]}>
      {Object.entries(keep).map(([key, kept]) => <input key={key} type="hidden" name={key} value={kept} />)}
      <TextField
        id={id} label={words.label} labelHidden name={name} value={text} onChange={setText} placeholder={words.placeholder} autoComplete="off" maxLength={100}
        clearButton={value !== ""} onClearButtonClick={clear} connectedRight={<Button submit>{words.button}</Button>}
      />
    </Form>
  );
}
