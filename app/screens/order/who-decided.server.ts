/** Who decided, in words: a mode, a rule, or a setting. */
import { MODE_WORDS } from "../words.en.ts";
import type { RecordedBecause } from "./recorded.server.ts";
import type { RuleValues } from "./rule-values.server.ts";
import { WHY_WORDS } from "./words.ts";

/** `values`: what of the order each rule applied by. */
export function whoDecided({ by, name }: RecordedBecause, values: RuleValues = new Map()): string {
  switch (by) {
    case "rule":
      return WHY_WORDS.rule(name, values.get(name));
    case "mode":
      return WHY_WORDS.mode(isMode(name) ? MODE_WORDS[name].sentence : name);
    case "status":
      return WHY_WORDS.status;
    case "order":
      return ORDER_REASONS[name] ?? name;
    case "books":
      return WHY_WORDS.books(name === "sales_receipt" ? "sales receipt" : "invoice");
    case "setting":
      return WHY_WORDS.setting;
  }
}

const ORDER_REASONS: Readonly<Record<string, string>> = { several_gateways: WHY_WORDS.severalGateways, overpaid: WHY_WORDS.overpaid, not_paid_yet: WHY_WORDS.notPaidYet, not_authorized_yet: WHY_WORDS.notAuthorizedYet, cancelled: WHY_WORDS.cancelled };

const isMode = (name: string): name is keyof typeof MODE_WORDS => name in MODE_WORDS;
