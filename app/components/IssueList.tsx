/** What needs a person: what is wrong, the one thing to do, how many orders wait for it, and where to do it. */
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { Link } from "@remix-run/react";
import styles from "./IssueList.module.css";

export type IssueView = {
  id: string;
  sentence: string;
  remedy: string;
  waiting: { label: string; url: string } | null;
  /** Null where the remedy lies outside of the app. */
  fix: { label: string; url: string } | null;
};

/** `more`: further buttons of an issue, where a screen has them. */
export function IssueList<Issue extends IssueView>({ issues, more }: { issues: readonly Issue[]; more?: (issue: Issue) => ReactNode }) {
  return (
    <ul className={styles["list"]}>
      {issues.map((issue) => (
        <li key={issue.id} className={styles["issue"]}>
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">{issue.sentence}</Text>
            <Text as="p" tone="subdued">{issue.remedy}</Text>
          </BlockStack>
          <InlineStack gap="300" blockAlign="center">
            {issue.fix === null ? null : <Button url={issue.fix.url}>{issue.fix.label}</Button>}
            {more?.(issue)}
            {issue.waiting === null ? null : <Link to={issue.waiting.url} className={styles["waiting"]}>{issue.waiting.label}</Link>}
          </InlineStack>
        </li>
      ))}
    </ul>
  );
}
