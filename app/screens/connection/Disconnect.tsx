/** Says what disconnecting does before it is done. */
import { List, Modal } from "@shopify/polaris";
import { useReturnFocus } from "#app/components/use-return-focus.ts";
import { WORDS } from "./words.ts";

export function Disconnect({ company, busy, onConfirm, onClose }: { company: string; busy: boolean; onConfirm: () => void; onClose: () => void }) {
  useReturnFocus();
  const { ask } = WORDS;
  return (
    <Modal
      open
      size="small"
      title={ask.title(company)}
      onClose={onClose}
      primaryAction={{ content: ask.confirm, destructive: true, onAction: onConfirm, loading: busy }}
      secondaryActions={[{ content: ask.keep, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        <List>
          {ask.points.map((point) => (
            <List.Item key={point}>{point}</List.Item>
          ))}
        </List>
      </Modal.Section>
    </Modal>
  );
}
