/**
 * A field for pasted lists, of a size that the person sets.
 * Must never grow with what is in it: Polaris' own field of several lines lays every one of them out again, which stops the page for minutes at 10,000.
 */
import { Labelled } from "@shopify/polaris";
import { useId } from "react";
import styles from "./LinesField.module.css";

export type LinesFieldProps = { label: string; helpText: string; value: string; onChange: (value: string) => void };

export function LinesField({ label, helpText, value, onChange }: LinesFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} helpText={helpText}>
      {/* Labelled gives the help text this id. */}
      <textarea id={id} className={styles["lines"]} rows={5} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} aria-describedby={`${id}HelpText`} autoComplete="off" spellCheck={false} />
    </Labelled>
  );
}
