/** "Add rule": from scratch, or one of the templates. */
import { ActionList, Button, Popover } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import type { TemplateChoice } from "./view.ts";
import { WORDS } from "./words.ts";

export function AddRule({ templates }: { templates: readonly TemplateChoice[] }) {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  return (
    <Popover
      active={open} autofocusTarget="first-node" preferredAlignment="right" onClose={() => setOpen(false)} fluidContent
      activator={<Button variant="primary" disclosure onClick={() => setOpen((isOpen) => !isOpen)}>{WORDS.add}</Button>}
    >
      <ActionList
        actionRole="menuitem"
        sections={[
          { items: [{ content: WORDS.scratch, helpText: WORDS.scratchHelp, onAction: () => navigate("/app/rules/new") }] },
          { title: WORDS.templates, items: templates.map(({ title, help, url }) => ({ content: title, helpText: help, onAction: () => navigate(url) })) },
        ]}
      />
    </Popover>
  );
}
