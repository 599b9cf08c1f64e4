/** Which settings the published rules override, and how often they did lately. Says nothing of settings that no rule can set. */
import type { Rule } from "#app/domain/rules/rule.ts";
import type { RuleHits } from "#app/pipeline/ports/rule-desk.ts";
import { counted, type Format } from "../format.server.ts";
import type { Overridden } from "./view.ts";
import { WORDS } from "./words.ts";

/** By the setting, the actions that decide the same before it. */
export const OVERRIDING_ACTIONS: Readonly<Record<keyof Overridden, readonly string[]>> = {
  mode: ["use_transaction_type", "stop_creating_sales_orders", "mark_as_unpaid", "mark_as_paid"],
  customers: ["set_customer"],
  numberPrefix: ["set_document_number", "set_document_prefix"],
  items: ["use_item", "set_income_account_item"],
  taxCodes: ["set_tax_code", "set_tax_code_on_lines", "set_tax_code_on_shipping", "set_tax_code_on_discount"],
  class: ["set_class", "set_class_on_lines"],
  location: ["set_location"],
  terms: ["set_terms"],
  customerMessage: ["set_customer_message"],
  customFields: ["set_custom_field"],
  depositAccount: ["set_deposit_account"],
  paymentMethods: ["set_payment_method"],
  dates: ["set_transaction_date"],
};
const SETTINGS = Object.keys(OVERRIDING_ACTIONS) as (keyof Overridden)[];

export function overriddenBy(rules: readonly Rule[], hits: RuleHits, format: Format): Overridden {
  const sentence = (actions: readonly string[]): string | null => {
    const overriding = rules.filter(({ enabled, then }) => enabled && then.some(({ action }) => actions.includes(action)));
    const times = overriding.reduce((sum, { title }) => sum + (hits.get(title)?.count ?? 0), 0);
    return overriding.length === 0 ? null : WORDS.overridden(counted(format, overriding.length, "rule"), counted(format, times, "time"));
  };
  return Object.fromEntries(SETTINGS.map((setting) => [setting, sentence(OVERRIDING_ACTIONS[setting])])) as Overridden;
}
