/** The rules page: the draft as sentences, switched, moved and deleted in place, and published from here. */
import { Banner, BlockStack, Box, Button, Card, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { AddRule } from "./AddRule.tsx";
import { DeleteRule } from "./DeleteRule.tsx";
import { DraftBanner } from "./DraftBanner.tsx";
import { NoRules } from "./NoRules.tsx";
import { PublishDialog } from "./PublishDialog.tsx";
import { focusMoved, RuleItem } from "./RuleItem.tsx";
import styles from "./RuleItem.module.css";
import { useDrag } from "./use-drag.ts";
import { useRuleChanges } from "./use-rule-changes.ts";
import type { RuleChange, RulesView } from "./view.ts";
import { WORDS } from "./words.ts";

/** At a time, of up to five thousand. */
const RULES_SHOWN = 100;
/** Fewer are seen at a glance. */
const SEARCHED_FROM = 12;

type Dialog = { kind: "publish" } | { kind: "delete"; index: number; title: string };

export function RulesScreen({ view }: { view: RulesView }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const changes = useRuleChanges(view.revision, (change) => {
    setDialog(null);
    if (change.kind === "move" && Math.abs(change.by) === 1) focusMoved(change.index + change.by + 1, change.by < 0 ? -1 : 1);
  });
  const { pending, answer } = changes;
  const drag = useDrag((from, to) => changes.send({ kind: "move", index: from, by: to - from }));
  const move = (index: number, by: -1 | 1): void => {
    if (!changes.send({ kind: "move", index, by })) return;
    // The list shows it at once; the keyboard goes along.
    requestAnimationFrame(() => focusMoved(index + by + 1, by));
  };
  const open = (next: Dialog | null) => {
    // A dialog names its rule by place, which a change under way may still move.
    if (pending !== null) return;
    changes.forget();
    setDialog(next);
  };
  const rules = shown(view.rules, pending);
  const [find, setFind] = useState("");
  const [most, setMost] = useState(RULES_SHOWN);
  const found = find.trim() === "" ? rules : rules.filter(({ title, sentence }) => `${title} ${sentence}`.toLowerCase().includes(find.trim().toLowerCase()));
  return (
    <Page
      title={WORDS.title} subtitle={WORDS.subtitle} primaryAction={<AddRule templates={view.templates} />}
      secondaryActions={[{ content: WORDS.versions, url: "/app/rules/versions" }, { content: WORDS.exchange, url: "/app/rules/exchange" }]}
    >
      <BlockStack gap="400">
        <ConnectionBanner notice={view.notice} />
        {answer?.kind === "changed_meanwhile" ? <Banner tone="warning">{WORDS.changedMeanwhile}</Banner> : null}
        {answer?.kind === "failed" || answer?.kind === "invalid" ? <Banner tone="critical">{WORDS.failed}</Banner> : null}
        <DraftBanner changes={view.changes} publishedMeanwhile={view.publishedMeanwhile} busy={pending !== null} onPublish={() => open({ kind: "publish" })} onDiscard={() => changes.send({ kind: "discard" })} />
        <Card padding={rules.length === 0 ? "400" : "0"}>
          {rules.length === 0 ? (
            <NoRules templates={view.templates} />
          ) : (
            <>
              {rules.length < SEARCHED_FROM ? null : (
                <Box padding="400" paddingBlockEnd="0">
                  <TextField label={WORDS.find} labelHidden placeholder={WORDS.find} autoComplete="off" clearButton value={find} onChange={setFind} onClearButtonClick={() => setFind("")} />
                </Box>
              )}
              <ol className={styles["list"]}>
                {found.slice(0, most).map((rule) => {
                  const index = rules.indexOf(rule);
                  return (
                    <RuleItem
                      key={rule.title}
                      rule={rule}
                      place={index + 1}
                      count={rules.length}
                      drag={drag}
                      // Between rules that are not shown nobody sees where one goes.
                      isMovable={rules.length > 1 && found.length === rules.length}
                      onSwitch={(enabled) => changes.send({ kind: "switch", index, enabled })}
                      onMove={(by) => move(index, by)}
                      onRemove={() => open({ kind: "delete", index, title: rule.title })}
                    />
                  );
                })}
              </ol>
              {found.length === 0 ? <Box padding="400"><Text as="p" tone="subdued">{WORDS.noneFound}</Text></Box> : null}
              {found.length <= most ? null : <Box padding="400"><Button fullWidth onClick={() => setMost(most + RULES_SHOWN)}>{WORDS.showMore(found.length - most)}</Button></Box>}
            </>
          )}
        </Card>
        <Box paddingInline="400">
          <Text as="p" tone="subdued" alignment="center">{WORDS.applies}</Text>
          {view.notChecked.map((sentence) => <Text key={sentence} as="p" tone="subdued" alignment="center">{sentence}</Text>)}
        </Box>
      </BlockStack>
      {dialog?.kind === "publish" ? (
        <PublishDialog publishing={pending !== null} onPublish={(choice) => changes.send({ kind: "publish", ...choice })} onClose={() => open(null)} />
      ) : null}
      {dialog?.kind === "delete" ? (
        <DeleteRule title={dialog.title} deleting={pending !== null} onDelete={() => changes.send({ kind: "remove", index: dialog.index })} onClose={() => open(null)} />
      ) : null}
    </Page>
  );
}

/** Switching and moving are answered at once; everything else waits for the server. */
function shown(rules: RulesView["rules"], pending: RuleChange | null): RulesView["rules"] {
  if (pending?.kind === "switch") return rules.map((rule, index) => (index === pending.index ? { ...rule, enabled: pending.enabled } : rule));
  const moved = pending?.kind === "move" ? rules[pending.index] : undefined;
  return pending?.kind === "move" && moved !== undefined ? rules.toSpliced(pending.index, 1).toSpliced(pending.index + pending.by, 0, moved) : rules;
}
