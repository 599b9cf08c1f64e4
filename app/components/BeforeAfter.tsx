/** What would change, fact by fact: before beside after. */
import styles from "./BeforeAfter.module.css";

export type BeforeAfterRow = { label: string; before: string; after: string };
/** `nothing`: shown where there is none. */
export type BeforeAfterWords = { before: string; after: string; nothing: string };

export function BeforeAfter({ rows, words }: { rows: readonly BeforeAfterRow[]; words: BeforeAfterWords }) {
  return (
    <table className={styles["facts"]}>
      <thead><tr><td /><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
      <tbody>
        {rows.map(({ label, before, after }, index) => (
          <tr key={index}>
            <th scope="row">{label}</th>
            <td>{before === "" ? words.nothing : <del>{before}</del>}</td>
            <td>{after === "" ? words.nothing : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
