/** What happened, newest first. */
import styles from "./Timeline.module.css";

export type TimelineItem = { at: string; sentence: string };

export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className={styles["timeline"]}>
      {/* Two entries may be word for word the same, so only the place tells them apart. */}
      {items.map(({ at, sentence }, index) => (
        <li key={index} className={styles["item"]}>
          <span>{sentence}</span>
          <span className={styles["at"]}>{at}</span>
        </li>
      ))}
    </ol>
  );
}
