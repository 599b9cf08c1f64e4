/** Sync by hand: which orders, what would happen to them, and the press that starts. */
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { ConnectionBanner } from "#app/components/ConnectionBanner.tsx";
import { FormProblems } from "#app/components/FormProblems.tsx";
import { AskCard } from "./AskCard.tsx";
import { PreviewCard } from "./PreviewCard.tsx";
import { useSyncForm } from "./use-sync-form.ts";
import type { SyncView } from "./view.ts";
import { SYNC_WORDS as WORDS } from "./words.ts";

const NO_ERRORS = {};

export function SyncScreen({ view }: { view: SyncView }) {
  const state = useSyncForm(view);
  return (
    <Page title={WORDS.title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!state.previewing) state.preview();
        }}
      >
        <BlockStack gap="400">
          <ConnectionBanner notice={view.notice} />
          <FormProblems title={WORDS.problems} errors={NO_ERRORS} problem={state.problem} />
          <Card>
            <BlockStack gap="400">
              <Text as="p">{WORDS.about}</Text>
              <AskCard view={view} state={state} />
              <InlineStack gap="300">
                <Button submit loading={state.previewing} variant={state.page === null ? "primary" : "secondary"}>{WORDS.preview}</Button>
                <Button onClick={state.start} loading={state.starting} disabled={state.page === null || state.previewing} variant={state.page === null ? "secondary" : "primary"}>{WORDS.start}</Button>
              </InlineStack>
            </BlockStack>
          </Card>
          <PreviewCard state={state} />
        </BlockStack>
      </form>
    </Page>
  );
}
