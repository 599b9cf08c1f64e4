/** A part of a whole as a thin bar, and a part of that part in a stronger colour; what it shows is said in words beside it. */
import styles from "./ShareBar.module.css";

/** `of` is more than 0; `strong` is a part of `part`. */
export function ShareBar({ part, of, strong = 0, isWide = false }: { part: number; of: number; strong?: number; isWide?: boolean }) {
  const width = (count: number): { inlineSize: string } => ({ inlineSize: `${Math.min(100, (100 * count) / of)}%` });
  return (
    <span className={isWide ? `${styles["track"]} ${styles["wide"]}` : styles["track"]} aria-hidden="true">
      <span className={styles["part"]} style={width(part)} />
      {strong === 0 ? null : <span className={styles["strong"]} style={width(strong)} />}
    </span>
  );
}
