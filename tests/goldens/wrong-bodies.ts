/** Every body that a plan would send: whether Intuit's schema and field constraints take it (where the contracts are there), and whether its debits and credits, worked out from the body alone, are the plan's. */
import { isSalesForm, itemLines, type PlannedDocument } from "#app/domain/documents/document.ts";
import { refKey } from "#app/domain/documents/kind.ts";
import { ENTITIES, writeToWire } from "#app/ledgers/quickbooks-online/mappers/documents.ts";
import type { LedgerWrite, References } from "#app/pipeline/ports/ledger.ts";
import { contractsDir } from "../contracts/contracts-dir.ts";
import { validateQuickBooksBody } from "../contracts/quickbooks-body.ts";
import { legsOfBody } from "./legs-of-body.ts";
import type { Told } from "./tell.ts";

/** Ids speak for themselves: an item's is its key, a document's its kind and part. */
const referencesOf = (documents: readonly PlannedDocument[]): References => ({
  customerId: "24",
  items: new Map(documents.flatMap(itemLines).map(({ item }) => [item, item])),
  documents: new Map(documents.map((document) => [refKey(document), refKey(document)])),
});

export function wrongBodies({ plan, order, books, decision }: Told): string[] {
  if (decision.treatment.kind !== "sync" || plan.issues.length > 0) return [];
  return plan.documents.flatMap((document) => {
    const write: LedgerWrite = { op: "create", document, references: referencesOf(plan.documents), requestId: "r" };
    // The closed sales order of an order that lost all its lines is never sent.
    if (isSalesForm(document) && document.lines.length === 0) return [];
    const body = writeToWire(write, { homeCurrency: order.currency, multiCurrency: false });
    const wrong = contractsDir === undefined ? [] : validateQuickBooksBody(ENTITIES[document.kind], body);
    const [planned, implied] = [plannedLegs(document), legsOfBody(document.kind, body, books, order.currency)];
    const apart = [...new Set([...planned.keys(), ...implied.keys()])].filter((account) => planned.get(account) !== implied.get(account));
    return [...wrong, ...apart.map((account) => `account ${account}: planned ${planned.get(account) ?? 0n}, the body implies ${implied.get(account) ?? 0n}`)].map((sentence) => `${refKey(document)}: ${sentence}`);
  });
}

/** Minor units by account id, debits positive. */
function plannedLegs({ legs }: PlannedDocument): Map<string, bigint> {
  const planned = new Map<string, bigint>();
  for (const { account, side, amount } of legs) planned.set(account.id, (planned.get(account.id) ?? 0n) + (side === "debit" ? amount.minor : -amount.minor));
  return new Map([...planned].filter(([, amount]) => amount !== 0n));
}
