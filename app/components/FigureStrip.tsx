/** A few figures side by side, each leading to what it counts. */
import { Link } from "@remix-run/react";
import styles from "./FigureStrip.module.css";

export type Figure = { label: string; value: string; url: string; /** Draws the eye to a figure that asks for something. */ urgent: boolean };

export function FigureStrip({ figures, label }: { figures: readonly Figure[]; label: string }) {
  return (
    <ul className={styles["strip"]} aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.label} className={styles["item"]}>
          <Link to={figure.url} className={styles["figure"]}>
            <span className={styles["label"]}>{figure.label}</span>
            <span className={`${styles["value"]} ${figure.urgent ? styles["urgent"] : ""}`}>{figure.value}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
