/** What the rules page shows of a shop. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { FIELD_BY_KEY } from "#app/domain/rules/fields/index.ts";
import { ruleSentence } from "#app/domain/rules/sentence.ts";
import { connectionNotice } from "../connection-notice.server.ts";
import { openDesk } from "../open-desk.server.ts";
import { formOf, INVOICE_FIELDS, type InvoiceField } from "./templates.server.ts";
import type { FieldChoice, RulesView } from "./view.ts";
import { FORM } from "./words.ts";

export async function loadRules({ request }: LoaderFunctionArgs): Promise<RulesView> {
  const desk = await openDesk(request);
  const [rules, connection] = await Promise.all([desk.rules(), desk.connection()]);
  return {
    version: rules.version,
    rules: rules.value.map((rule) => ({ title: rule.title, sentence: ruleSentence(rule), enabled: rule.enabled, form: formOf(rule) })),
    fields: INVOICE_FIELDS.map(fieldChoice),
    notice: connectionNotice(connection),
  };
}

const fieldChoice = (value: InvoiceField): FieldChoice => ({
  value,
  label: FORM.fields[value],
  choices: (FIELD_BY_KEY.get(value)?.choices ?? []).map((choice) => ({ value: choice, label: choice.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase()) })),
});
