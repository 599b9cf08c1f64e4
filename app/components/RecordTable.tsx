/** Rows of which the first cell leads somewhere; on a narrow screen each becomes a card. Explicit roles, because a cell that is laid out otherwise stops being one to a screen reader. */
import { Link } from "@remix-run/react";
import styles from "./RecordTable.module.css";
import { StatusBadge, type StatusView } from "./StatusBadge.tsx";

export type RecordCell = { text: string; badge?: StatusView };
export type RecordRow = { key: string; url: string; name: string; cells: RecordCell[] };

/** `headings`: of the name, then of the cells. */
export function RecordTable({ rows, headings, label }: { rows: readonly RecordRow[]; headings: readonly string[]; label: string }) {
  return (
    <table role="table" className={styles["table"]} aria-label={label}>
      <thead role="rowgroup" className={styles["head"]}>
        <tr role="row">{headings.map((heading) => <th key={heading} role="columnheader" scope="col">{heading}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, url, name, cells }) => (
          <tr key={key} role="row" className={styles["row"]}>
            <td role="cell"><Link to={url} className={styles["link"]}>{name}</Link></td>
            {cells.map(({ text, badge }, index) => (
              <td key={index} role="cell">{badge === undefined ? null : <StatusBadge status={badge} />} {text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
