/** What keeps a form from being saved, on top of it; each problem also stands at its field. The keyboard is moved here. */
import { Banner, BlockStack, Button, InlineStack, List } from "@shopify/polaris";
import { useEffect, useRef } from "react";

const WORDS = { goToFirst: "Go to the first" } as const;

export type FormProblemsProps = {
  title: string;
  /** By field. */
  errors: Readonly<Record<string, string>>;
  /** Of the form as a whole. */
  problem: string | null;
};

export function FormProblems({ title, errors, problem }: FormProblemsProps) {
  const place = useRef<HTMLDivElement>(null);
  const messages = [...new Set(Object.values(errors))];
  useEffect(() => {
    if (problem !== null || Object.keys(errors).length > 0) place.current?.focus();
  }, [errors, problem]);
  if (problem === null && messages.length === 0) return null;
  return (
    <div ref={place} tabIndex={-1} role="alert" style={{ outline: "none" }}>
      <BlockStack gap="200">
        {problem === null ? null : <Banner tone="critical">{problem}</Banner>}
        {messages.length === 0 ? null : (
          <Banner tone="critical" title={title}>
            <BlockStack gap="200">
              <List>
                {messages.map((message) => (
                  <List.Item key={message}>{message}</List.Item>
                ))}
              </List>
              <InlineStack><Button onClick={goToFirst}>{WORDS.goToFirst}</Button></InlineStack>
            </BlockStack>
          </Banner>
        )}
      </BlockStack>
    </div>
  );
}

/** A field, or a list of choices, which Polaris marks alike. */
function goToFirst(): void {
  const first = document.querySelector<HTMLElement>('[aria-invalid="true"]');
  first?.scrollIntoView({ block: "center" });
  (first?.matches("fieldset") === true ? first.querySelector("input") : first)?.focus({ preventScroll: true });
}
