/** Rules out of and into files. */
import { Banner, BlockStack, Button, ButtonGroup, Card, ChoiceList, InlineStack, List, Page, Text } from "@shopify/polaris";
import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useId, useState } from "react";
import { showToast } from "#app/components/toast.ts";
import { useDownload } from "#app/components/use-download.ts";
import styles from "./Exchange.module.css";
import type { ExchangeView, ImportAnswer, ImportAsk } from "./view.ts";
import { WORDS } from "./words.ts";

const MOST_BYTES = 20_000_000;

export function ExchangeScreen({ view }: { view: ExchangeView }) {
  return (
    <Page title={WORDS.title} subtitle={WORDS.subtitle} backAction={{ content: WORDS.back, url: "/app/rules" }}>
      <BlockStack gap="400">
        <ExportCard ruleCount={view.ruleCount} />
        <ImportCard revision={view.revision} />
      </BlockStack>
    </Page>
  );
}

function ExportCard({ ruleCount }: Pick<ExchangeView, "ruleCount">) {
  const csv = useDownload("/app/rules/export?format=csv", "rules.csv");
  const json = useDownload("/app/rules/export?format=json", "rules.json");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{WORDS.export}</Text>
        <Text as="p">{WORDS.exportText(ruleCount)}</Text>
        {csv.state === "failed" || json.state === "failed" ? <Banner tone="warning">{WORDS.downloadFailed}</Banner> : null}
        <ButtonGroup>
          <Button onClick={csv.start} loading={csv.state === "fetching"}>{WORDS.csv}</Button>
          <Button onClick={json.start} loading={json.state === "fetching"}>{WORDS.json}</Button>
        </ButtonGroup>
      </BlockStack>
    </Card>
  );
}

function ImportCard({ revision }: Pick<ExchangeView, "revision">) {
  const fetcher = useFetcher<ImportAnswer>();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [how, setHow] = useState<string[]>(["add"]);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const { data, state } = fetcher;
  useEffect(() => {
    if (state !== "idle" || data?.kind !== "imported") return;
    showToast(WORDS.imported(data.count));
    navigate("/app/rules");
  }, [state, data, navigate]);

  const start = async (): Promise<void> => {
    if (file === null) return setProblem(WORDS.noFile);
    if (file.size > MOST_BYTES) return setProblem(WORDS.tooLarge);
    setProblem(null);
    const ask: ImportAsk = { revision, format: file.name.toLowerCase().endsWith(".json") ? "json" : "csv", how: how.includes("replace") ? "replace" : "add", text: await file.text() };
    fetcher.submit(ask, { method: "post", encType: "application/json" });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{WORDS.import}</Text>
        <Text as="p">{WORDS.importText}</Text>
        {state === "idle" && data !== undefined ? <Answer answer={data} /> : null}
        <BlockStack gap="100">
          <label htmlFor={id}>{WORDS.file}</label>
          <input id={id} type="file" className={styles["file"]} accept=".csv,.json,text/csv,application/json" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
          {problem === null ? null : <Text as="p" tone="critical">{problem}</Text>}
        </BlockStack>
        <ChoiceList title={WORDS.how} choices={[{ value: "add", label: WORDS.add }, { value: "replace", label: WORDS.replace }]} selected={how} onChange={setHow} />
        <InlineStack><Button variant="primary" loading={state !== "idle"} onClick={() => void start()}>{WORDS.start}</Button></InlineStack>
      </BlockStack>
    </Card>
  );
}

const PROBLEM = { failed: WORDS.failed, changed_meanwhile: WORDS.changedMeanwhile, unanswered: WORDS.unanswered } as const;

function Answer({ answer }: { answer: ImportAnswer }) {
  if (answer.kind === "imported") return null;
  if (answer.kind !== "refused") return <Banner tone="critical">{PROBLEM[answer.kind]}</Banner>;
  return (
    <Banner tone="critical" title={WORDS.refused}>
      <List>{answer.problems.map(({ row, sentence }, index) => <List.Item key={index}>{WORDS.row(row, sentence)}</List.Item>)}</List>
      {answer.more > 0 ? <Text as="p">{WORDS.more(answer.more)}</Text> : null}
    </Banner>
  );
}
