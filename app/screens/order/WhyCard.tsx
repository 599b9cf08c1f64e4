/** Which choice or rule decided about each document of the order. */
import { BlockStack, Card, Text } from "@shopify/polaris";
import styles from "./WhyCard.module.css";
import type { WhyView } from "./view.ts";
import { ORDER_WORDS } from "./words.ts";

export function WhyCard({ why }: { why: WhyView }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{ORDER_WORDS.why}</Text>
        {why.sentence === null ? null : <Text as="p">{why.sentence}</Text>}
        {why.documents.length === 0 ? null : (
          <dl className={styles["reasons"]}>
            {why.documents.map(({ document, reason }) => (
              <div key={document} className={styles["reason"]}>
                <dt>{document}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        )}
        {why.fields.map(({ document, fields }, index) => (
          <details key={index}>
            <summary>{document}: {ORDER_WORDS.fields}</summary>
            <dl className={styles["reasons"]}>
              {fields.map(({ label, value, because }) => (
                <div key={label} className={styles["reason"]}>
                  <dt>{label}</dt>
                  <dd>{value} <span className={styles["outcome"]}>{because}</span></dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
        {why.rules.length === 0 ? null : (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">{ORDER_WORDS.rules}</Text>
            <ol className={styles["rules"]}>
              {why.rules.map(({ title, applied, outcome }, index) => (
                <li key={index}>
                  <span className={applied ? styles["applied"] : undefined}>{title}</span>
                  <span className={styles["outcome"]}>{outcome}</span>
                </li>
              ))}
            </ol>
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}
