/** "Add rule": the templates to start from. */
import { ActionList, Button, Popover } from "@shopify/polaris";
import { useId, useState } from "react";
import { NEW_RULES } from "./new-rules.ts";
import type { RuleForm } from "./view.ts";
import { TEMPLATES, WORDS } from "./words.ts";

export function AddRule({ disabled, onChoose }: { disabled: boolean; onChoose: (form: RuleForm) => void }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Popover
      active={open}
      autofocusTarget="first-node"
      preferredAlignment="right"
      onClose={() => setOpen(false)}
      activator={
        <Button id={id} variant="primary" disclosure disabled={disabled} onClick={() => setOpen((isOpen) => !isOpen)}>
          {WORDS.add}
        </Button>
      }
    >
      <ActionList
        actionRole="menuitem"
        items={NEW_RULES.map((form) => ({
          content: TEMPLATES[form.template].label,
          helpText: TEMPLATES[form.template].about,
          onAction: () => {
            // The chosen line is gone in a moment; the dialog must find what to give the keyboard back to.
            document.getElementById(id)?.focus();
            setOpen(false);
            onChoose(form);
          },
        }))}
      />
    </Popover>
  );
}
