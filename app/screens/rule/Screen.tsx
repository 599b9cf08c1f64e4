/** The rule editor: conditions and actions on the left, and always in sight what they would have done. */
import { Badge, BlockStack, Box, Button, Card, Page, Text, TextField } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useState, type KeyboardEvent } from "react";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { FormProblems } from "#app/components/FormProblems.tsx";
import { FormSaveBar } from "#app/components/FormSaveBar.tsx";
import { Actions } from "./Actions.tsx";
import { applyFix } from "./apply-fix.ts";
import { Conditions } from "./Conditions.tsx";
import styles from "./Editor.module.css";
import { LikeOrder } from "./LikeOrder.tsx";
import { newId } from "./new-id.ts";
import { PlaceEditor } from "./PlaceEditor.tsx";
import { Sentence } from "./Sentence.tsx";
import { TRACED_ORDER_ID, TryPanel } from "./TryPanel.tsx";
import { useEditor } from "./use-editor.ts";
import { useSave } from "./use-save.ts";
import { useTry } from "./use-try.ts";
import type { EditorErrors, EditorView } from "./view.ts";
import { TRY, WORDS } from "./words.ts";

const PROBLEM = { changed_meanwhile: WORDS.changedMeanwhile, failed: WORDS.failed, unanswered: WORDS.unanswered } as const;
const NO_ERRORS: EditorErrors = {};

export function RuleScreen({ view }: { view: EditorView }) {
  const { vocabulary, suggestions, place } = view;
  const { rule, change, undo, canUndo } = useEditor(view.rule);
  const [order, setOrder] = useState(view.order);
  const trying = useTry(place, rule, order);
  const navigate = useNavigate();
  const { save, saving, saved, answer } = useSave({ revision: view.revision, opened: place === null ? null : view.rule.title });
  const result = trying.view?.result ?? null;
  const errors = answer?.kind === "invalid" ? answer.errors : NO_ERRORS;
  // A new rule that nobody has touched may be left without a question.
  const isDirty = canUndo;

  const onKeys = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "z" || !canUndo) return;
    event.preventDefault();
    undo();
  };
  return (
    <div onKeyDown={onKeys}>
      <Page
        fullWidth
        title={rule.title === "" ? WORDS.newTitle : rule.title}
        titleMetadata={<Badge tone="info">{WORDS.draft}</Badge>}
        subtitle={view.origin === null ? WORDS.saveHelp : WORDS.origins[view.origin.kind](view.origin.name, view.origin.change)}
        backAction={{ content: WORDS.back, url: "/app/rules" }}
        primaryAction={{ content: WORDS.save, onAction: () => save(rule), loading: saving }}
        secondaryActions={[
          { content: WORDS.undo, onAction: undo, disabled: !canUndo },
          { content: WORDS.startFromOrder, onAction: () => document.getElementById(TRACED_ORDER_ID)?.focus() },
          ...(place === null ? [] : [{ content: WORDS.duplicate, url: `/app/rules/new?duplicate=${place + 1}` }]),
        ]}
      >
        <FormSaveBar dirty={isDirty && !saving && !saved} saving={saving} onSave={() => save(rule)} onDiscard={() => navigate("/app/rules")} />
        <div className={styles["columns"]}>
          <BlockStack gap="400">
            <ConnectionBanner notice={view.notice} />
            <FormProblems title={WORDS.problems} errors={errors} problem={answer?.kind === "changed_meanwhile" || answer?.kind === "failed" || answer?.kind === "unanswered" ? PROBLEM[answer.kind] : null} />
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">{WORDS.sentence}</Text>
                <Sentence
                  parts={trying.view?.sentence ?? view.sentence}
                  edit={(at, done) => <PlaceEditor place={at} rule={rule} vocabulary={vocabulary} suggestions={suggestions} errors={errors} onChange={change} onDone={done} />}
                />
                <TextField label={WORDS.name} helpText={WORDS.nameHelp} autoComplete="off" maxLength={200} value={rule.title} error={errors["title"]} onChange={(title) => change({ title }, "title")} />
              </BlockStack>
            </Card>
            {view.like.length === 0 ? null : <LikeOrder order={view.order} facts={view.like} members={rule.members} onChange={(members, about) => change({ members }, about)} />}
            <Conditions rule={rule} vocabulary={vocabulary} suggestions={suggestions} errors={errors} tried={result} onChange={change} />
            <Actions rule={rule} vocabulary={vocabulary} suggestions={suggestions} errors={errors} onChange={change} />
            <Card>
              <TextField label={WORDS.note} helpText={WORDS.noteHelp} multiline={2} autoComplete="off" maxLength={2000} value={rule.note} onChange={(note) => change({ note }, "note")} />
            </Card>
          </BlockStack>
          <section id="try-panel" tabIndex={-1} aria-label={TRY.title} className={styles["side"]}>
            <TryPanel trying={trying} order={order} onOrder={setOrder} onLike={(name) => navigate(`/app/rules/new?order=${encodeURIComponent(name)}`)} onFix={(row, fix) => change(applyFix(rule, row, fix, newId) ?? {}, `fix ${row}`)} />
          </section>
        </div>
        <div className={styles["bottom"]}>
          <Box>
            <Button fullWidth onClick={() => document.getElementById("try-panel")?.focus()}>{result === null ? TRY.show : TRY.short(String(result.matches), String(result.changes))}</Button>
          </Box>
        </div>
      </Page>
    </div>
  );
}
