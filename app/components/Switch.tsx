/** An on/off switch (Polaris has none): a button with the role people's screen readers know. */
import styles from "./Switch.module.css";

export type SwitchProps = { label: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void };

export function Switch({ label, checked, disabled = false, onChange }: SwitchProps) {
  return (
    <button type="button" role="switch" aria-checked={checked} aria-label={label} disabled={disabled} className={styles["track"]} onClick={() => onChange(!checked)}>
      <span className={styles["thumb"]} />
    </button>
  );
}
