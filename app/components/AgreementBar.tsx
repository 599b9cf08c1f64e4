/** How many of a shop's orders agree with the books, as one bar with its legend. */
import styles from "./AgreementBar.module.css";

export type AgreementPart = { label: string; value: string; /** 0 to 1. */ share: number; kind: "matches" | "except" | "differs" };

export function AgreementBar({ parts }: { parts: readonly AgreementPart[] }) {
  return (
    <div className={styles["agreement"]}>
      <div className={styles["bar"]} aria-hidden="true">
        {parts.map(({ kind, share }) => (share === 0 ? null : <span key={kind} className={styles[kind]} style={{ flexGrow: share }} />))}
      </div>
      <dl className={styles["legend"]}>
        {parts.map(({ kind, label, value }) => (
          <div key={kind} className={styles["row"]}>
            <dt><span className={`${styles["dot"]} ${styles[kind]}`} aria-hidden="true" />{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
