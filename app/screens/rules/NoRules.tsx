/** The empty list: what a rule is for, and the templates to start from. */
import { BlockStack, Text } from "@shopify/polaris";
import { Link } from "@remix-run/react";
import styles from "./NoRules.module.css";
import type { TemplateChoice } from "./view.ts";
import { WORDS } from "./words.ts";

export function NoRules({ templates }: { templates: readonly TemplateChoice[] }) {
  return (
    <BlockStack gap="500">
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">{WORDS.emptyTitle}</Text>
        <Text as="p">{WORDS.empty}</Text>
      </BlockStack>
      <ul className={styles["choices"]}>
        <Choice title={WORDS.scratch} help={WORDS.scratchHelp} url="/app/rules/new" />
        {templates.map((template) => <Choice key={template.url} {...template} />)}
      </ul>
    </BlockStack>
  );
}

function Choice({ title, help, url }: TemplateChoice) {
  return (
    <li>
      <Link to={url} className={styles["choice"]}>
        <Text as="span" variant="headingSm">{title}</Text>
        <Text as="span" tone="subdued">{help}</Text>
      </Link>
    </li>
  );
}
