/** What an order becomes in QuickBooks under some rules: the real decide → plan → request bodies, for the tests of actions. */
import { Temporal } from "temporal-polyfill";
import type { Books, CompanyFacts } from "#app/domain/books/books.ts";
import { accountItemKey, accountItemName, namedItemKey } from "#app/domain/books/item-key.ts";
import { sampleBooks, withPurchases } from "#app/domain/books/sample-books.ts";
import { asDecided } from "#app/domain/decision/as-decided.ts";
import { decide, type Decision } from "#app/domain/decision/decide.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { itemLines, type PlannedDocument } from "#app/domain/documents/document.ts";
import type { Order } from "#app/domain/order/order.ts";
import { type ExistingDocument, plan, type Plan } from "#app/domain/plan/plan.ts";
import { compileRules } from "#app/domain/rules/compile-rules.ts";
import { parsed } from "#app/domain/rules/testing/evaluate.ts";
import { DEFAULT_SETTINGS, type Settings } from "#app/domain/settings/settings.ts";
import { writeToWire } from "#app/ledgers/quickbooks-online/mappers/documents.ts";

const SHOP = { domain: "example.myshopify.com", timeZone: "America/New_York" };

/** Everything that rules may name is there. */
export const COMPANY: Partial<CompanyFacts> = {
  tracking: { classes: [{ id: "cl1", name: "Retail" }, { id: "cl2", name: "Wholesale" }], classesOn: { documents: true, lines: true }, departments: [{ id: "d1", name: "Berlin" }], shipping: true },
  paymentMethods: [{ id: "pm1", name: "Visa" }],
  terms: [{ id: "t1", name: "Net 60" }],
  customFields: [{ id: "1", name: "PO Number" }, { id: "2", name: "Sales Rep" }, { id: "3", name: "Gift note" }],
};

export function books(company: Partial<CompanyFacts> = COMPANY): Books {
  const sample = withPurchases(sampleBooks(["MUG-1", "TEE", "OTHER"], company), { "MUG-1": "4" }, ["Acme Supplies"]);
  const consulting = { id: "10", name: "Duties and Fees Income" };
  const items = new Map(sample.items);
  for (const name of ["Consulting", "Express shipping", "Promotions"]) items.set(namedItemKey(name), { key: namedItemKey(name), id: `item ${name}`, name, incomeAccount: consulting });
  const onAccount = accountItemKey("Shipping Income");
  items.set(onAccount, { key: onAccount, id: null, name: accountItemName("Shipping Income"), incomeAccount: { id: "5", name: "Shipping Income" } });
  return { ...sample, items };
}

type Body = Record<string, unknown>;
export type Booked = { decision: Decision; plan: Plan; bodies: Partial<Record<PlannedDocument["kind"], Body>> };

/** `given`: what another rule does in any case. */
type Asked = { order: Order; then?: readonly object[]; given?: readonly object[]; when?: object; settings?: Settings; company?: Partial<CompanyFacts>; existing?: readonly ExistingDocument[] };

/** The first document of each kind. Throws where the plan would send nothing. */
export function booked({ order, then = [], given = [], when = { all: [] }, settings = DEFAULT_SETTINGS, company = COMPANY, existing = [] }: Asked): Booked {
  const rules = compileRules(parsed([...(then.length > 0 ? [{ title: "the rule", when, then }] : []), ...(given.length > 0 ? [{ title: "another rule", when: { all: [] }, then: given }] : [])]));
  const decision = decide({ order, settings, rules, timeZone: SHOP.timeZone, today: Temporal.PlainDate.from("2026-11-06"), entered: existing.length > 0, shaping: existing });
  const planned = plan({ shop: SHOP, order, decision, books: books(company), settings, existing });
  const [issue] = planned.issues;
  if (issue) throw new Error(issue.sentence);
  const documents = new Map(planned.documents.map((document) => [refKey(document), `id of ${refKey(document)}`]));
  const items = new Map(planned.documents.flatMap(itemLines).map(({ item }) => [item, item]));
  const bodies: Booked["bodies"] = {};
  if (decision.treatment.kind === "sync") {
    for (const document of planned.documents) bodies[document.kind] ??= writeToWire({ op: "create", document, references: { customerId: "c", items, documents }, requestId: "r" }, { homeCurrency: "USD", multiCurrency: false });
  }
  return { decision, plan: planned, bodies };
}

export const asRuled = (order: Order, decision: Decision): Order => asDecided(order, decision);
