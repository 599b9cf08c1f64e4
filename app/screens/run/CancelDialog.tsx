/** Says what cancelling does before it is done. */
import { Modal, Text } from "@shopify/polaris";
import { useReturnFocus } from "#app/components/use-return-focus.ts";
import { RUN_PAGE_WORDS } from "./words.ts";

const WORDS = RUN_PAGE_WORDS.ask;

export function CancelDialog({ busy, onConfirm, onClose }: { busy: boolean; onConfirm: () => void; onClose: () => void }) {
  useReturnFocus();
  return (
    <Modal
      open size="small" title={WORDS.title} onClose={onClose}
      primaryAction={{ content: WORDS.confirm, destructive: true, onAction: onConfirm, loading: busy }}
      secondaryActions={[{ content: WORDS.keep, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section><Text as="p">{WORDS.text}</Text></Modal.Section>
    </Modal>
  );
}
