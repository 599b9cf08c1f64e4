/** A company's books as a whole: every document somebody's, and every account to the cent what the shop's figures make of the documents that are there. */
import type { AuditEntry, CompanyState } from "#sandbox/quickbooks/company/state.ts";
import { textOf } from "#sandbox/quickbooks/wire/json.ts";
import { parseBag } from "#sandbox/shopify/money/bag.ts";
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";
import { type BookDocument, documentKey } from "./documents-in-books.ts";
import type { Evidence, Invariant, Violation } from "./evidence.ts";
import { orderFacts } from "./order-facts.ts";
import type { OrderStory } from "./story.ts";
import { RECEIVABLE, totalOf } from "./worth.ts";

export function judgeBooks(evidence: Evidence): Violation[] {
  const { tenant, domain, story, company, documents } = evidence;
  const violations: Violation[] = [];
  const say = (invariant: Invariant, detail: string): void => {
    violations.push({ invariant, detail: `company of shop ${tenant}: ${detail}` });
  };
  const ours = documents.filter((document) => !story.handMade.has(documentKey(document)));
  for (const document of ours) {
    if (document.origin?.domain === domain) continue;
    say("tenant", `${documentKey(document)} ${document.origin ? `belongs to ${document.origin.domain}` : "names no order"}`);
  }
  for (const [key, entries] of Object.entries(company.audit)) {
    const taken = entries.find(({ by, what }) => by === "app" && (what === "deleted" || what === "voided"));
    if (taken && !isCopy(company.audit, key, taken)) say("taken away", `${key} was ${taken.what} by the app`);
  }
  for (const [key, memo] of story.memos) {
    const document = documents.find((each) => documentKey(each) === key);
    if (document?.live && document.customerMemo !== memo) say("memo", `${key} lost the bookkeeper's memo`);
  }
  judgeAccounts();
  return violations;

  function judgeAccounts(): void {
    const wanted = expectedBalances(evidence, ours.filter(({ live }) => live));
    const names = new Map(Object.values(company.tables["Account"] ?? {}).map((row) => [textOf(row, "Id") ?? "", textOf(row, "Name") ?? ""]));
    const held = new Map<string, bigint>();
    for (const [key, postings] of Object.entries(company.ledger.entries)) {
      if (story.handMade.has(key)) continue;
      for (const { accountId, minor } of postings) add(held, names.get(accountId) ?? accountId, BigInt(minor));
    }
    for (const account of new Set([...wanted.keys(), ...held.keys()])) {
      const [should, is] = [wanted.get(account) ?? 0n, held.get(account) ?? 0n];
      if (should !== is) say("account", `${account} holds ${is}, the shop's figures make ${should}`);
    }
  }
}

/** The company had another payment of the same transaction just then: it made the payment twice, and one of them had to go. */
function isCopy(audit: CompanyState["audit"], key: string, { at, number }: AuditEntry): boolean {
  const ends = (entry: AuditEntry): boolean => entry.what === "deleted" || entry.what === "voided";
  return key.startsWith("Payment:") && Object.entries(audit).some(([other, entries]) => {
    const known = entries.filter((entry) => entry.at <= at);
    return other !== key && other.startsWith("Payment:") && known.at(-1)?.number === number && !known.some(ends);
  });
}

/** What the live documents should post: invoices by the worth of their order, payments by their transaction and its gateway. */
function expectedBalances({ shop, story }: Evidence, documents: readonly BookDocument[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const document of documents) {
    const order = shop.orders.find(({ id }) => id === document.origin?.orderId);
    const told = story.orders.find(({ id }) => id === document.origin?.orderId);
    if (!order || !told) continue;
    if (document.entity === "Invoice") for (const [account, minor] of worthAt(told, document)) add(balances, account, minor);
    if (document.entity === "Payment") addPayment(balances, order, document, story.config.paypalAccount);
  }
  return balances;
}

/** An order that was held up keeps an earlier worth; which one, its total tells. That the total is right is judged with the order. */
function worthAt({ worths }: OrderStory, { total }: BookDocument): ReadonlyMap<string, bigint> {
  return worths.findLast((worth) => totalOf(worth) === total) ?? worths.at(-1) ?? new Map();
}

function addPayment(balances: Map<string, bigint>, order: OrderRecord, { reference }: BookDocument, paypalAccount: string): void {
  const receipt = orderFacts(order).receipts.find(({ id }) => id === reference);
  if (!receipt) return;
  const amount = parseBag(receipt.amount, order).shop;
  add(balances, receipt.gateway === "paypal" ? paypalAccount : "Shopify Clearing", amount);
  add(balances, RECEIVABLE, -amount);
}

function add(balances: Map<string, bigint>, account: string, minor: bigint): void {
  balances.set(account, (balances.get(account) ?? 0n) + minor);
}
