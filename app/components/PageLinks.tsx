/** To newer and older rows of a list. Nothing at all when everything fits one page. */
import { useEffect, useRef } from "react";
import { Link, useLocation } from "@remix-run/react";
import styles from "./PageLinks.module.css";

type PageLink = { label: string; url: string | null };

/** What the address of a page that was reached by these links carries along. */
const PAGED = "paged";

/** `listId`: the list whose beginning the person and the keyboard are taken to; the link that was pressed may be gone. */
export function PageLinks({ label, listId, newer, older }: { label: string; listId: string; newer: PageLink; older: PageLink }) {
  const { key, state } = useLocation();
  const seen = useRef(key);
  useEffect(() => {
    if (seen.current === key) return;
    seen.current = key;
    if (state !== PAGED) return;
    const list = document.getElementById(listId);
    list?.scrollIntoView();
    list?.focus({ preventScroll: true });
  }, [key, state, listId]);
  if (newer.url === null && older.url === null) return null;
  return (
    <nav aria-label={label} className={styles["pages"]}>
      {newer.url === null ? null : <Link to={newer.url} state={PAGED} className={styles["link"]}>← {newer.label}</Link>}
      {older.url === null ? null : <Link to={older.url} state={PAGED} className={styles["link"]}>{older.label} →</Link>}
    </nav>
  );
}
