/** The values of a rule, in a dialog: what it looks at, which values, and its name. */
import { BlockStack, ChoiceList, Form, Modal, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useReturnFocus } from "#app/components/use-return-focus.ts";
import type { FieldChoice, InvoiceRuleForm, RuleForm, UnpaidRuleForm } from "./view.ts";
import { FORM, TEMPLATES, WORDS } from "./words.ts";

export type RuleEditorProps = {
  form: RuleForm;
  fields: readonly FieldChoice[];
  errors: Readonly<Record<string, string>>;
  saving: boolean;
  onSave: (form: RuleForm) => void;
  onClose: () => void;
};

export function RuleEditor({ form: initial, fields, errors, saving, onSave, onClose }: RuleEditorProps) {
  useReturnFocus();
  const [form, setForm] = useState(initial);
  const save = () => onSave(form);
  return (
    <Modal
      open
      title={TEMPLATES[form.template].label}
      onClose={onClose}
      primaryAction={{ content: WORDS.save, onAction: save, loading: saving }}
      secondaryActions={[{ content: WORDS.cancel, onAction: onClose, disabled: saving }]}
    >
      <Modal.Section>
        <Form onSubmit={save} noValidate>
          <BlockStack gap="400">
            <Text as="p" tone="subdued">
              {TEMPLATES[form.template].about} {WORDS.applies}
            </Text>
            {form.template === "invoice_only_when" ? (
              <InvoiceValues form={form} fields={fields} error={errors["values"]} onChange={(changes) => setForm({ ...form, ...changes })} />
            ) : (
              <UnpaidValues form={form} error={errors["methods"]} onChange={(changes) => setForm({ ...form, ...changes })} />
            )}
            <TextField
              label={FORM.title} helpText={FORM.titleHelp} autoComplete="off" maxLength={200}
              value={form.title} onChange={(title) => setForm({ ...form, title })} error={errors["title"]}
            />
          </BlockStack>
        </Form>
      </Modal.Section>
    </Modal>
  );
}

type ValuesProps<F> = { form: F; error: string | undefined; onChange: (changes: Partial<F>) => void };

function InvoiceValues({ form, fields, error, onChange }: ValuesProps<InvoiceRuleForm> & { fields: readonly FieldChoice[] }) {
  const field = fields.find(({ value }) => value === form.field);
  return (
    <BlockStack gap="400">
      <Select label={FORM.field} options={fields.map(({ value, label }) => ({ value, label }))} value={form.field} onChange={(value) => onChange({ field: value, values: [] })} />
      <ChoiceList
        allowMultiple
        name="values"
        title={FORM.values}
        choices={(field?.choices ?? []).map((choice) => ({ ...choice, describedByError: true }))}
        selected={form.values}
        onChange={(values) => onChange({ values })}
        error={error}
      />
    </BlockStack>
  );
}

function UnpaidValues({ form, error, onChange }: ValuesProps<UnpaidRuleForm>) {
  return <TextField label={FORM.methods} helpText={FORM.methodsHelp} autoComplete="off" value={form.methods} onChange={(methods) => onChange({ methods })} error={error} />;
}
