/** A small round picture beside a headline. Decoration only: the words beside it say the same. */
import styles from "./StatusIcon.module.css";

export type StatusIconTone = "success" | "info" | "attention" | "critical";

const PATHS = {
  success: "M5.5 10.5 8.7 13.6 14.6 7",
  info: "M10 3.5A6.5 6.5 0 1 0 10 16.5 6.5 6.5 0 1 0 10 3.5M10 6.6V10.3L12.4 11.7",
  attention: "M10 4.6V11M10 15V15.1",
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
