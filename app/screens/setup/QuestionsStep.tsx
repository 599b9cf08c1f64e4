/** The three questions that choose a mode. */
import { BlockStack, ChoiceList, Text } from "@shopify/polaris";
import type { SetUp } from "./use-set-up.ts";
import type { Choice, SetUpView } from "./view.ts";
import { WORDS } from "./words.ts";

export function QuestionsStep({ view, setUp }: { view: SetUpView; setUp: SetUp }) {
  const { questions } = WORDS;
  return (
    <BlockStack gap="500">
      <Question name="invoice" title={questions.invoice} choices={view.moments} selected={setUp.form.invoice} error={setUp.errors["invoice"]} onChoose={(invoice) => setUp.answer({ invoice })} />
      <Question name="payments" title={questions.payments} choices={view.recorders} selected={setUp.form.payments} error={setUp.errors["payments"]} onChoose={(payments) => setUp.answer({ payments })} />
      <Question name="supplier" title={questions.supplier} choices={view.suppliers} selected={setUp.form.supplier} error={setUp.errors["supplier"]} onChoose={(supplier) => setUp.answer({ supplier })} />
    </BlockStack>
  );
}

type QuestionProps = { name: string; title: string; choices: readonly Choice[]; selected: string; error: string | undefined; onChoose: (value: string) => void };

function Question({ name, title, choices, selected, error, onChoose }: QuestionProps) {
  return (
    <ChoiceList
      name={name}
      title={<Title>{title}</Title>}
      choices={choices.map(({ value, label, help }) => ({ value, label, helpText: help, describedByError: true }))}
      selected={[selected]}
      onChange={([value]) => value !== undefined && onChoose(value)}
      error={error}
    />
  );
}

function Title({ children }: { children: string }) {
  return (
    <Text as="span" variant="headingSm">
      {children}
    </Text>
  );
}
