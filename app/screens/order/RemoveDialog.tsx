/** Shows what a removal takes away before it is asked for. */
import { BlockStack, List, Modal, Text } from "@shopify/polaris";
import { useReturnFocus } from "#app/components/use-return-focus.ts";
import type { RemovalView } from "./view.ts";
import styles from "./RemoveDialog.module.css";
import { REMOVE_WORDS as WORDS } from "./words.ts";

export function RemoveDialog({ order, removal, busy, onConfirm, onClose }: { order: string; removal: RemovalView; busy: boolean; onConfirm: () => void; onClose: () => void }) {
  useReturnFocus();
  return (
    <Modal
      open
      title={WORDS.title(order)}
      onClose={onClose}
      primaryAction={{ content: WORDS.confirm, destructive: true, onAction: onConfirm, loading: busy }}
      secondaryActions={[{ content: WORDS.keep, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{WORDS.documents}</Text>
          <List>{removal.documents.map((document) => <List.Item key={document}>{document}</List.Item>)}</List>
          {removal.accounts.length === 0 ? <Text as="p" tone="subdued">{WORDS.noAccounts}</Text> : <Accounts accounts={removal.accounts} />}
          <List>{WORDS.points.map((point) => <List.Item key={point}>{point}</List.Item>)}</List>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function Accounts({ accounts }: Pick<RemovalView, "accounts">) {
  return (
    <table className={styles["accounts"]}>
      <caption>{WORDS.accounts}</caption>
      <thead>
        <tr><th scope="col">{WORDS.account}</th><th scope="col">{WORDS.change}</th></tr>
      </thead>
      <tbody>
        {accounts.map(({ account, change }) => <tr key={account}><th scope="row">{account}</th><td>{change}</td></tr>)}
      </tbody>
    </table>
  );
}
