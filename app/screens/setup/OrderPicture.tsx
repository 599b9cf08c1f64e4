/** One example order through its life, with the documents at each moment; follows the answers as they are given. */
import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import styles from "./OrderPicture.module.css";
import type { Outcome, PictureDocument, PictureStage } from "./view.ts";
import { WORDS } from "./words.ts";

export function OrderPicture({ outcome, title }: { outcome: Outcome; title: string }) {
  const { picture } = WORDS;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {picture.title}
          </Text>
          {/* Read out when an answer changes it. */}
          <div role="status">
            <Text as="p" fontWeight="medium">
              {outcome.sentence}
            </Text>
            <Text as="p">{outcome.timing}</Text>
            <Text as="p" tone="subdued">
              {outcome.name}
            </Text>
          </div>
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          <ol className={styles["life"]}>
            {outcome.stages.map((stage) => (
              <Stage key={stage.title} stage={stage} />
            ))}
          </ol>
        </BlockStack>
        {outcome.notes.map((note) => (
          <Text as="p" tone="subdued" key={note}>
            {note}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}

function Stage({ stage: { title, documents, remark } }: { stage: PictureStage }) {
  return (
    <li className={styles["stage"]}>
      <Text as="p" fontWeight="medium">
        {title}
      </Text>
      {remark === null ? null : (
        <Text as="p" tone="subdued">
          {remark}
        </Text>
      )}
      {documents.length === 0 ? null : (
        <ul className={styles["documents"]}>
          {documents.map((document) => (
            <Document key={document.name} document={document} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Document({ document: { name, detail, isNew, settled } }: { document: PictureDocument }) {
  const look = [styles["document"], isNew ? styles["new"] : "", settled ? styles["settled"] : ""].join(" ");
  return (
    <li className={look}>
      <InlineStack align="space-between" gap="200">
        <Text as="span" fontWeight="medium">
          {name}
        </Text>
        {isNew ? <Badge tone="info">{WORDS.picture.isNew}</Badge> : null}
      </InlineStack>
      <Text as="p" tone="subdued" variant="bodySm">
        {detail}
      </Text>
    </li>
  );
}
