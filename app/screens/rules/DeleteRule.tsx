/** Asks before a rule is deleted. */
import { Modal, Text } from "@shopify/polaris";
import { useReturnFocus } from "#app/components/use-return-focus.ts";
import { WORDS } from "./words.ts";

export function DeleteRule({ title, deleting, onDelete, onClose }: { title: string; deleting: boolean; onDelete: () => void; onClose: () => void }) {
  useReturnFocus();
  return (
    <Modal
      open
      size="small"
      title={WORDS.deleteTitle(title)}
      onClose={onClose}
      primaryAction={{ content: WORDS.remove, destructive: true, onAction: onDelete, loading: deleting }}
      secondaryActions={[{ content: WORDS.keep, onAction: onClose, disabled: deleting }]}
    >
      <Modal.Section>
        <Text as="p">{WORDS.deleteText}</Text>
      </Modal.Section>
    </Modal>
  );
}
