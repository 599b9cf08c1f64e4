/** Shop beside books, side by side to the cent, with what was left out on purpose and who decided so. */
import { Text } from "@shopify/polaris";
import styles from "./ProofTable.module.css";

export type ProofView = {
  tone: "success" | "neutral" | "critical";
  title: string;
  rows: { label: string; shop: string; books: string; difference: string; agrees: boolean }[];
  notes: string[];
};
export type ProofColumns = { side: string; shop: string; books: string; difference: string };

export function ProofTable({ proof, columns }: { proof: ProofView; columns: ProofColumns }) {
  return (
    <div className={styles["proof"]}>
      <p className={`${styles["verdict"]} ${styles[proof.tone]}`}>{proof.title}</p>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <td />
            <th scope="col">{columns.shop}</th>
            <th scope="col">{columns.books}</th>
            <th scope="col">{columns.difference}</th>
          </tr>
        </thead>
        <tbody>
          {proof.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{row.shop}</td>
              <td>{row.books}</td>
              <td className={row.agrees ? undefined : styles["off"]}>{row.difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {proof.notes.map((note) => <Text key={note} as="p" tone="subdued">{note}</Text>)}
    </div>
  );
}
