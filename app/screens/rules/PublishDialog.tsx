/** Asks before rules are published: what they would do to the latest orders, and for which orders they count. */
import { Banner, BlockStack, Checkbox, ChoiceList, InlineStack, List, Modal, Spinner, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { AccountChanges } from "#app/components/AccountChanges.tsx";
import { BeforeAfter } from "#app/components/BeforeAfter.tsx";
import { ShareBar } from "#app/components/ShareBar.tsx";
import { useReturnFocus } from "#app/components/use-return-focus.ts";
import styles from "./PublishDialog.module.css";
import type { PublishView } from "./view.ts";
import { PUBLISH, WORDS } from "./words.ts";

export type PublishDialogProps = { publishing: boolean; onPublish: (choice: { unsentToo: boolean; accepted: boolean }) => void; onClose: () => void };

export function PublishDialog({ publishing, onPublish, onClose }: PublishDialogProps) {
  useReturnFocus();
  const check = useCheck();
  const [choice, setChoice] = useState<string[]>(["new"]);
  const [accepted, setAccepted] = useState(false);
  const mustAccept = check !== null && check !== "failed" && check.problemCount > 0 && !accepted;
  return (
    <Modal
      open title={PUBLISH.title} onClose={onClose}
      primaryAction={{ content: PUBLISH.publish, loading: publishing, disabled: check === null || check === "failed" || mustAccept, onAction: () => onPublish({ unsentToo: choice.includes("unsent"), accepted }) }}
      secondaryActions={[{ content: PUBLISH.cancel, onAction: onClose, disabled: publishing }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {check === null ? <InlineStack gap="200"><Spinner size="small" accessibilityLabel={PUBLISH.loading} /><Text as="p">{PUBLISH.loading}</Text></InlineStack> : null}
          {check === "failed" ? <Banner tone="critical">{PUBLISH.failed}</Banner> : null}
          {check !== null && check !== "failed" ? <Effect check={check} accepted={accepted} onAccept={setAccepted} /> : null}
          <ChoiceList title={PUBLISH.choice} choices={[{ value: "new", label: PUBLISH.newOnly }, { value: "unsent", label: PUBLISH.unsentToo }]} selected={choice} onChange={setChoice} />
          <Text as="p" tone="subdued">{PUBLISH.posted}</Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function Effect({ check, accepted, onAccept }: { check: PublishView; accepted: boolean; onAccept: (accepted: boolean) => void }) {
  const { total, changed, orders, problems, problemCount, accounts, income } = check;
  if (total === 0) return <Text as="p">{PUBLISH.noOrders}</Text>;
  return (
    <BlockStack gap="300">
      <Text as="p" variant="headingSm">{PUBLISH.effect(String(changed), String(total))}</Text>
      <ShareBar part={changed} strong={changed} of={total} isWide />
      <Text as="p">{income}</Text>
      {problemCount === 0 ? null : (
        <Banner tone="critical" title={PUBLISH.problems(String(problemCount))}>
          <BlockStack gap="200">
            <List>{problems.map(({ name, sentences }) => <List.Item key={name}>{name}: {sentences.join(" ")}</List.Item>)}</List>
            <Checkbox label={PUBLISH.accept} checked={accepted} onChange={onAccept} helpText={accepted ? undefined : PUBLISH.mustAccept} />
          </BlockStack>
        </Banner>
      )}
      {orders.length === 0 ? null : (
        <ul className={styles["changed"]}>
          {orders.map(({ key, name, changes }) => (
            <li key={key}>
              <Text as="h3" variant="headingSm">{name}</Text>
              <BeforeAfter rows={changes} words={PUBLISH} />
            </li>
          ))}
        </ul>
      )}
      {changed > orders.length ? <Text as="p" tone="subdued">{WORDS.more(changed - orders.length)}</Text> : null}
      {accounts.length === 0 ? null : <AccountChanges changes={accounts} words={PUBLISH.accounts} />}
    </BlockStack>
  );
}

/** Null while it is on its way. Plain fetch, to which App Bridge adds the session token. */
function useCheck(): PublishView | "failed" | null {
  const [check, setCheck] = useState<PublishView | "failed" | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async (): Promise<PublishView | "failed"> => {
      const response = await fetch("/app/rules/check", { method: "POST", signal: abort.signal });
      return response.ok ? ((await response.json()) as PublishView) : "failed";
    };
    ask().then(setCheck, () => (abort.signal.aborted ? undefined : setCheck("failed")));
    return () => abort.abort();
  }, []);
  return check;
}
