/** To newer and older rows of a list. Nothing at all when everything fits one page. */
import { Link } from "@remix-run/react";
import styles from "./PageLinks.module.css";

type PageLink = { label: string; url: string | null };

export function PageLinks({ label, newer, older }: { label: string; newer: PageLink; older: PageLink }) {
  if (newer.url === null && older.url === null) return null;
  return (
    <nav aria-label={label} className={styles["pages"]}>
      {newer.url === null ? null : <Link to={newer.url} className={styles["link"]}>← {newer.label}</Link>}
      {older.url === null ? null : <Link to={older.url} className={styles["link"]}>{older.label} →</Link>}
    </nav>
  );
}
