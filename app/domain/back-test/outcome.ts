/** What an order would become in the books, as facts that can be held against each other. Pure: the same decide and plan as in a sync of an order that has no documents yet. */
import type { Books } from "../books/books.ts";
import { inCurrency } from "../books/in-currency.ts";
import type { Decision } from "../decision/decide.ts";
import { dropShips } from "../decision/drop-ships.ts";
import type { PlannedDocument } from "../documents/document.ts";
import type { ShopIdentity } from "../documents/header.ts";
import { DOCUMENT_KINDS, type DocumentKind, refKey } from "../documents/kind.ts";
import type { Issue } from "../issues/issue.ts";
import { add, type Money, negate, zero } from "../money/money.ts";
import type { Order } from "../order/order.ts";
import { plan } from "../plan/plan.ts";
import type { Settings } from "../settings/settings.ts";
import { documentFacts, type Facts } from "./document-facts.ts";

export type OutcomeTerms = { shop: ShopIdentity; settings: Settings; /** Null while no company is connected: then only documents are told, not what is in them. */ books: Books | null };

export type Outcome = {
  /** Null where the order is synced. */
  notSynced: string | null;
  documents: ReadonlyMap<string, { kind: DocumentKind; facts: Facts }>;
  /** By currency and account, debit positive. */
  accounts: ReadonlyMap<string, { account: string; amount: Money }>;
  issues: readonly Issue[];
};

export function outcomeOf(order: Order, decision: Decision, { shop, settings, books }: OutcomeTerms): Outcome {
  const { treatment } = decision;
  if (treatment.kind !== "sync") return { notSynced: treatment.sentence, documents: new Map(), accounts: new Map(), issues: [] };
  if (books === null) {
    const kinds = DOCUMENT_KINDS.filter((kind) => decision.documents[kind].create && !FOLLOW_A_REFUND.has(kind) && (kind !== "purchase_order" || dropShips(decision)));
    return { notSynced: null, documents: new Map(kinds.map((kind) => [kind, { kind, facts: new Map() }])), accounts: new Map(), issues: [] };
  }
  const planned = plan({ shop, order, decision, books: inCurrency(books, order.currency), settings, existing: [] });
  return {
    notSynced: null,
    documents: new Map(planned.documents.map((document) => [refKey(document), { kind: document.kind, facts: documentFacts(document) }])),
    accounts: accountsOf(planned.documents),
    issues: [...planned.issues, ...planned.notices],
  };
}

const FOLLOW_A_REFUND: ReadonlySet<DocumentKind> = new Set(["credit_memo", "refund_receipt", "customer_refund", "chargeback", "chargeback_reversal"]);

function accountsOf(documents: readonly PlannedDocument[]): Outcome["accounts"] {
  const moved = new Map<string, { account: string; amount: Money }>();
  for (const { account, side, amount } of documents.flatMap(({ legs }) => legs)) {
    const key = `${amount.currency} ${account.name}`;
    moved.set(key, { account: account.name, amount: add(moved.get(key)?.amount ?? zero(amount.currency), side === "debit" ? amount : negate(amount)) });
  }
  return moved;
}
