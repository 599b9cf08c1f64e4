/** The rules page: the list as sentences, switched, moved, edited and deleted in place. */
import { Banner, BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { AddRule } from "./AddRule.tsx";
import { DeleteRule } from "./DeleteRule.tsx";
import { RuleEditor } from "./RuleEditor.tsx";
import { NoRules } from "./NoRules.tsx";
import { focusMoved, RuleItem } from "./RuleItem.tsx";
import styles from "./RuleItem.module.css";
import { useRuleChanges } from "./use-rule-changes.ts";
import type { RuleChange, RuleForm, RulesView } from "./view.ts";
import { WORDS } from "./words.ts";

type Dialog = { kind: "edit"; index: number | null; form: RuleForm } | { kind: "delete"; index: number; title: string };

const NO_ERRORS: Readonly<Record<string, string>> = {};

export function RulesScreen({ view }: { view: RulesView }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const changes = useRuleChanges(view.version, (change) => {
    setDialog(null);
    if (change.kind === "move") focusMoved(change.index + change.by + 1, change.by);
  });
  const { pending, answer } = changes;
  const open = (next: Dialog | null) => {
    // A dialog names its rule by place, which a change under way may still move.
    if (pending !== null) return;
    changes.forget();
    setDialog(next);
  };
  const rules = shown(view.rules, pending);
  return (
    <Page title={WORDS.title} subtitle={WORDS.subtitle} primaryAction={<AddRule disabled={pending !== null} onChoose={(form) => open({ kind: "edit", index: null, form })} />}>
      <BlockStack gap="400">
        <ConnectionBanner notice={view.notice} />
        {answer?.kind === "changed_meanwhile" ? <Banner tone="warning">{WORDS.changedMeanwhile}</Banner> : null}
        {answer?.kind === "failed" || (answer?.kind === "invalid" && dialog === null) ? <Banner tone="critical">{WORDS.failed}</Banner> : null}
        <Card padding={rules.length === 0 ? "400" : "0"}>
          {rules.length === 0 ? (
            <NoRules onChoose={(form) => open({ kind: "edit", index: null, form })} />
          ) : (
            <ol className={styles["list"]}>
              {rules.map((rule, index) => (
                <RuleItem
                  key={rule.title}
                  rule={rule}
                  place={index + 1}
                  count={rules.length}
                  onSwitch={(enabled) => changes.send({ kind: "switch", index, enabled })}
                  onMove={(by) => changes.send({ kind: "move", index, by })}
                  onEdit={() => rule.form && open({ kind: "edit", index, form: rule.form })}
                  onRemove={() => open({ kind: "delete", index, title: rule.title })}
                />
              ))}
            </ol>
          )}
        </Card>
        <Box paddingInline="400">
          <Text as="p" tone="subdued" alignment="center">
            {WORDS.applies}
          </Text>
        </Box>
      </BlockStack>
      {dialog?.kind === "edit" ? (
        <RuleEditor
          form={dialog.form}
          fields={view.fields}
          errors={answer?.kind === "invalid" ? answer.errors : NO_ERRORS}
          saving={pending !== null}
          onSave={(form) => changes.send({ kind: "save", index: dialog.index, form })}
          onClose={() => open(null)}
        />
      ) : null}
      {dialog?.kind === "delete" ? (
        <DeleteRule title={dialog.title} deleting={pending !== null} onDelete={() => changes.send({ kind: "remove", index: dialog.index })} onClose={() => open(null)} />
      ) : null}
    </Page>
  );
}

/** A switch answers at once; everything else waits for the server. */
function shown(rules: RulesView["rules"], pending: RuleChange | null): RulesView["rules"] {
  return pending?.kind === "switch" ? rules.map((rule, index) => (index === pending.index ? { ...rule, enabled: pending.enabled } : rule)) : rules;
}
