/** A small round picture beside a headline. Decoration only: the words beside it say the same. */
import styles from "./StatusIcon.module.css";

export type StatusIconTone = "success" | "info" | "attention" | "critical";

const PATHS = {
  success: "M5.5 10.5 8.7 13.6 14.6 7",
  info: "M10 5.6V10.3L13 12.2",
  attention: "M10 5.4V11M10 14.2V14.4",
  critical: "M6.6 6.6 13.4 13.4M13.4 6.6 6.6 13.4",
} as const satisfies Record<StatusIconTone, string>;

export function StatusIcon({ tone }: { tone: StatusIconTone }) {
  return (
    <span className={`${styles["icon"]} ${styles[tone]}`} aria-hidden="true">
      <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d={PATHS[tone]} />
      </svg>
    </span>
  );
}
