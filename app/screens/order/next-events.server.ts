/** What will still come for an order, and when: the documents that the decision leaves for later. */
import { DOCUMENT_KINDS, type DocumentKind } from "#app/domain/documents/kind.ts";
import { dropShips } from "#app/domain/decision/drop-ships.ts";
import type { Group, Row, Rule } from "#app/domain/rules/rule.ts";
import type { RecordedDecision } from "./recorded.server.ts";
import { EVENT_WORDS } from "./words.ts";

export type NextEvent = { kind: DocumentKind; when: string };

export type Kinds = {
  /** The order has documents of these. */
  present: ReadonlySet<string>;
  /** The plan wants these now. */
  planned: ReadonlySet<string>;
};

/** What a mode leaves out never comes, and neither does a payment that a rule leaves out. `stopped`: the order waits for a person. */
export function nextEvents(decision: RecordedDecision | null, { present, planned }: Kinds, rules: readonly Rule[], stopped: boolean): NextEvent[] {
  if (decision === null || decision.treatment.kind !== "sync") return [];
  return DOCUMENT_KINDS.filter((kind) => !present.has(kind)).flatMap((kind): NextEvent[] => {
    const { create, because } = decision.documents[kind];
    if (planned.has(kind)) return [{ kind, when: stopped ? EVENT_WORDS.fixed : EVENT_WORDS.next }];
    if (kind === "purchase_order" && !dropShips(decision)) return [];
    if (because.name === "not_authorized_yet") return [{ kind, when: EVENT_WORDS.authorized }];
    if (because.name === "not_paid_yet") return [{ kind, when: EVENT_WORDS.paid }];
    if (create) return kind === "payment" ? [{ kind, when: EVENT_WORDS.paid }] : [];
    return because.by === "rule" && (kind === "invoice" || kind === "sales_order" || kind === "sales_receipt") ? [{ kind, when: momentOf(rules.find(({ title }) => title === because.name), because.name) }] : [];
  });
}

/** The two ways people time an invoice have words of their own; every other rule is named. */
function momentOf(rule: Rule | undefined, title: string): string {
  const row = rule && onlyRow(rule.when);
  if (row?.op === "does_not_equal") {
    if (row.value === "fulfilled" && (row.field === "order.status" || row.field === "order.fulfillmentStatus")) return EVENT_WORDS.ships;
    if (row.value === "paid" && (row.field === "order.status" || row.field === "order.financialStatus")) return EVENT_WORDS.paid;
  }
  return EVENT_WORDS.rule(title);
}

function onlyRow(group: Group): Row | null {
  const [first, ...more] = "all" in group ? group.all : group.any;
  return first !== undefined && more.length === 0 && "field" in first ? first : null;
}
