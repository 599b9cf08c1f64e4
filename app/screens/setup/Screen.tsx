/** The set-up page: five steps, and beside them what the answers lead to. */
import { Banner, BlockStack, Box, Button, InlineStack, Page, ProgressBar, Text, TextField } from "@shopify/polaris";
import { useId } from "react";
import { FormProblems } from "#app/components/FormProblems.tsx";
import { StatusChoices } from "#app/components/StatusChoices.tsx";
import { ConnectStep } from "./ConnectStep.tsx";
import { OrderPicture } from "./OrderPicture.tsx";
import { QuestionsStep } from "./QuestionsStep.tsx";
import { StepCard } from "./StepCard.tsx";
import styles from "./Screen.module.css";
import { type SetUp, useSetUp } from "./use-set-up.ts";
import type { SetUpView } from "./view.ts";
import { WORDS } from "./words.ts";

export function SetUpScreen({ view }: { view: SetUpView }) {
  const setUp = useSetUp(view);
  const { form, outcome, errors, isSettled } = setUp;
  const done = [
    view.connection.state === "connected", isSettled("questions") && outcome !== undefined, isSettled("statuses") && form.statuses.length > 0, isSettled("start") && form.startDate !== "",
    view.finishedBefore,
  ];
  const [connected = false, answered = false, chosen = false, dated = false, finished = false] = done;
  return (
    <Page title={WORDS.title} subtitle={WORDS.subtitle} backAction={{ content: "Overview", url: "/app" }}>
      <BlockStack gap="400">
        <Progress done={done.filter(Boolean).length} total={done.length} />
        {view.finishedBefore ? <Banner>{view.changedByHand ? `${WORDS.again} ${WORDS.changedByHand}` : WORDS.again}</Banner> : null}
        <FormProblems title={WORDS.finish.problems} errors={errors} problem={setUp.problem} />
        <div className={styles["steps"]}>
          <StepCard number={1} title={WORDS.connect.title} done={connected}>
            <ConnectStep view={view} />
          </StepCard>
          <StepCard number={2} title={WORDS.questions.title} done={answered}>
            <QuestionsStep view={view} setUp={setUp} />
          </StepCard>
          {outcome ? (
            <div className={styles["picture"]}>
              <OrderPicture outcome={outcome} title={view.pictureTitle} />
            </div>
          ) : null}
          <StepCard number={3} title={WORDS.statuses.title} done={chosen}>
            <StatusesStep view={view} setUp={setUp} />
          </StepCard>
          <StepCard number={4} title={WORDS.start.title} done={dated}>
            <TextField
              type="date" label={WORDS.start.label} helpText={`${WORDS.start.help} ${view.zone}`} autoComplete="off"
              value={form.startDate} onChange={setUp.chooseStartDate} error={errors["startDate"]}
            />
          </StepCard>
          <StepCard number={5} title={WORDS.finish.title} done={finished}>
            <FinishStep connected={connected} setUp={setUp} />
          </StepCard>
        </div>
      </BlockStack>
    </Page>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const id = useId();
  return (
    // Below 490 px a page has no margins of its own.
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <BlockStack gap="100">
        <Text as="p" tone="subdued" id={id}>
          {WORDS.progress(done, total)}
        </Text>
        <ProgressBar progress={(100 * done) / total} size="small" tone="success" ariaLabelledBy={id} />
      </BlockStack>
    </Box>
  );
}

function StatusesStep({ view, setUp }: { view: SetUpView; setUp: SetUp }) {
  return (
    <BlockStack gap="300">
      <Text as="p">{WORDS.statuses.text}</Text>
      <StatusChoices titleHidden choices={view.statuses} selected={setUp.form.statuses} error={setUp.errors["statuses"]} onChange={setUp.chooseStatuses} />
      {setUp.suggestStatuses === null ? null : (
        <InlineStack>
          <Button variant="plain" onClick={setUp.suggestStatuses}>
            {WORDS.statuses.suggest}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

function FinishStep({ connected, setUp }: { connected: boolean; setUp: SetUp }) {
  const { text, notConnected, button } = WORDS.finish;
  return (
    <BlockStack gap="300">
      <Text as="p">{connected ? text : `${text} ${notConnected}`}</Text>
      <InlineStack>
        <Button variant="primary" onClick={setUp.finish} loading={setUp.saving}>
          {button}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
