/** Lists to choose from, as links: each has an address, works without scripts and can be sent to a colleague. */
import { Link } from "@remix-run/react";
import styles from "./FilterTabs.module.css";

export type FilterTab = { label: string; url: string; current: boolean };

export function FilterTabs({ tabs, label }: { tabs: readonly FilterTab[]; label: string }) {
  return (
    <nav aria-label={label} className={styles["tabs"]}>
      <ul className={styles["list"]}>
        {tabs.map((tab) => (
          <li key={tab.label}>
            <Link to={tab.url} className={styles["tab"]} aria-current={tab.current ? "page" : undefined}>{tab.label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
