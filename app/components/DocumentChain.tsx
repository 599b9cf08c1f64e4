/** An order's documents as a chain of boxes, with dashed ones for what is still to come. */
import { Text } from "@shopify/polaris";
import styles from "./DocumentChain.module.css";
import { StatusBadge, type StatusView } from "./StatusBadge.tsx";

export type ComingDocument = { title: string; /** Such as `when it ships`. */ coming: string };
export type MadeDocument = {
  title: string;
  total: string;
  date: string | null;
  status: StatusView;
  balance: string | null;
  link: { label: string; url: string } | null;
};
export type ChainBox = MadeDocument | ComingDocument;
export type ChainColumn = { kind: string; boxes: ChainBox[] };

export function DocumentChain({ columns, label }: { columns: readonly ChainColumn[]; label: string }) {
  return (
    <ol className={styles["chain"]} aria-label={label}>
      {columns.map(({ kind, boxes }) => (
        <li key={kind} className={styles["column"]}>
          {boxes.map((box, index) => ("coming" in box ? <Coming key={index} document={box} /> : <Made key={index} document={box} />))}
        </li>
      ))}
    </ol>
  );
}

function Made({ document: { title, total, date, status, balance, link } }: { document: MadeDocument }) {
  return (
    <div className={styles["box"]}>
      <Text as="h3" variant="headingSm">{title}</Text>
      <span className={styles["total"]}>{total}</span>
      <span><StatusBadge status={status} /></span>
      {balance === null ? null : <span className={styles["detail"]}>{balance}</span>}
      {date === null ? null : <span className={styles["detail"]}>{date}</span>}
      {link === null ? null : (
        <a className={styles["link"]} href={link.url} target="_blank" rel="noreferrer">
          {link.label}
          <span aria-hidden="true"> ↗</span>
          <Text as="span" visuallyHidden> in QuickBooks, in a new tab</Text>
        </a>
      )}
    </div>
  );
}

function Coming({ document: { title, coming } }: { document: ComingDocument }) {
  return (
    <div className={`${styles["box"]} ${styles["coming"]}`}>
      <Text as="h3" variant="headingSm" tone="subdued">{title}</Text>
      <span className={styles["detail"]}>{coming}</span>
    </div>
  );
}
