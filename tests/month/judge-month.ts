/** Holds the books of a played month against the oracle: by account, by customer and by order. Reads the simulated company only, never what the app recorded. */
import type { CompanyState } from "#sandbox/quickbooks/company/state.ts";
import { textOf } from "#sandbox/quickbooks/wire/json.ts";
import type { ShopState } from "#sandbox/shopify/state/shop-state.ts";
import { decimal } from "../oracle/cents.ts";
import { orderInBooks } from "../oracle/order-in-books.ts";
import { shopInBooks } from "../oracle/shop-in-books.ts";
import { customerBalances, openItems, rowsOf } from "./customers-in-books.ts";

/** In sentences; empty when the books are as the oracle says. */
export type Judgement = { accounts: string[]; customers: string[]; orders: { name: string; sentence: string }[] };

/** Our marker in a memo: shop, order, kind and part. */
const MARKED = /\[tieout [^/\]]+\/(?<order>\d+)\//;

export function judgeMonth({ shop, company }: { shop: ShopState; company: CompanyState }): Judgement {
  const expected = shopInBooks(shop);
  const nameOf = (id: string): string => textOf(rowsOf(company, "Account")[id] ?? {}, "FullyQualifiedName") ?? id;
  const accounts = new Map(Object.entries(company.ledger.accounts).map(([id, minor]) => [nameOf(id), BigInt(minor)]));
  return {
    accounts: differences(expected.accounts, accounts),
    customers: differences(byEmail(shop, expected.receivable), customerBalances(company)),
    orders: shop.orders.flatMap((order) => {
      const found = postedFor(company, order.id, nameOf);
      return differences(orderInBooks(order), found).map((sentence) => ({ name: order.name, sentence }));
    }),
  };
}

function differences(expected: ReadonlyMap<string, bigint>, found: ReadonlyMap<string, bigint>): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((name) => {
    const [wanted, there] = [expected.get(name) ?? 0n, found.get(name) ?? 0n];
    return wanted === there ? [] : [`${name} is ${decimal(there)}, must be ${decimal(wanted)}`];
  });
}

/** What the documents with the order's marker have posted; nothing that was deleted or voided is among it. */
function postedFor(company: CompanyState, orderId: string, nameOf: (id: string) => string): Map<string, bigint> {
  const posted = new Map<string, bigint>();
  for (const [transaction, entries] of Object.entries(company.ledger.entries)) {
    const [entity = "", id = ""] = transaction.split(":");
    const memo = textOf(rowsOf(company, entity)[id] ?? {}, "PrivateNote") ?? "";
    if (MARKED.exec(memo)?.groups?.["order"] !== orderId) continue;
    for (const { accountId, minor } of entries) posted.set(nameOf(accountId), (posted.get(nameOf(accountId)) ?? 0n) + BigInt(minor));
  }
  return posted;
}

function byEmail({ customers }: ShopState, receivable: ReadonlyMap<string, bigint>): Map<string, bigint> {
  return new Map([...receivable].map(([id, minor]) => [customers.find((customer) => customer.id === id)?.email ?? id, minor]));
}

/** Open credit of a customer who is owed nothing, and open debts of one who owes nothing: what was not applied to each other. */
export function looseEnds({ shop, company }: { shop: ShopState; company: CompanyState }): string[] {
  const owed = byEmail(shop, shopInBooks(shop).receivable);
  return openItems(company).flatMap(({ email, name, minor }) => ((owed.get(email) ?? 0n) === 0n ? [`${name} has ${decimal(minor)} open, and ${email} is even`] : []));
}
