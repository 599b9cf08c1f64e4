/** What something would change in the books, account by account. */
import { Text } from "@shopify/polaris";
import styles from "./AccountChanges.module.css";

export type AccountChange = { account: string; change: string };
export type AccountChangeWords = { title: string; account: string; change: string; none: string };

export function AccountChanges({ changes, words }: { changes: readonly AccountChange[]; words: AccountChangeWords }) {
  if (changes.length === 0) return <Text as="p" tone="subdued">{words.none}</Text>;
  return (
    <table className={styles["accounts"]}>
      <caption>{words.title}</caption>
      <thead>
        <tr><th scope="col">{words.account}</th><th scope="col">{words.change}</th></tr>
      </thead>
      <tbody>
        {changes.map(({ account, change }) => <tr key={account + change}><th scope="row">{account}</th><td>{change}</td></tr>)}
      </tbody>
    </table>
  );
}
