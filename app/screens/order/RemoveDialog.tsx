/** Shows what a removal takes away before it is asked for. */
import { BlockStack, List, Modal, Text } from "@shopify/polaris";
import { AccountChanges } from "#app/components/AccountChanges.tsx";
import { useReturnFocus } from "#app/components/use-return-focus.ts";
import type { RemovalView } from "./view.ts";
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
          <AccountChanges changes={removal.accounts} words={WORDS.accounts} />
          <List>{WORDS.points.map((point) => <List.Item key={point}>{point}</List.Item>)}</List>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
