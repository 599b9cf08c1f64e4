/** A shop in which goods and money come back, held against the oracle of the month (tests/oracle): by account, customer and order; nothing twice; nothing said that the shop's figures do not make right. */
import type { CompanyState } from "#sandbox/quickbooks/company/state.ts";
import { textOf } from "#sandbox/quickbooks/wire/json.ts";
import { rowsOf } from "../../../month/customers-in-books.ts";
import { judgeMonth, looseEnds } from "../../../month/judge-month.ts";
import { wronglyToldOf } from "../../../month/wrongly-told.ts";
import type { Evidence, Violation } from "./evidence.ts";
import { judgeInbox } from "./judge-record.ts";

export function judgeGivenBack(evidence: Evidence): Violation[] {
  const { tenant, shop, company, recorded } = evidence;
  const { accounts, customers, orders } = judgeMonth({ shop, company });
  const rows = [...recorded].map(([id, row]) => ({ orderGid: `gid://shopify/Order/${id}`, ...row }));
  const say = (invariant: Violation["invariant"], details: readonly string[]): Violation[] => details.map((detail) => ({ invariant, detail: `shop ${tenant}: ${detail}` }));
  return [
    ...say("account", accounts), ...say("balance", customers), ...say("amount", orders.map(({ name, sentence }) => `order ${name}: ${sentence}`)),
    // Who is even has nothing open; of who is not, what is open is what is owed.
    ...say("credit left", looseEnds({ shop, company })),
    ...say("twice", twice(company)),
    ...say("issue", wronglyToldOf(shop, rows).map(({ name, sentence }) => `order ${name}: ${sentence}`)),
    ...say("record", [...recorded].filter(([, { state, issues }]) => state === "waiting" || (state === "attention" && issues.length === 0)).map(([id, { state, reason }]) => `order ${id} is ${state} (${reason ?? "no reason"})`)),
    ...judgeInbox(evidence),
  ];
}

const ENTITIES = ["Estimate", "Invoice", "Payment", "SalesReceipt", "CreditMemo", "RefundReceipt", "Purchase"] as const;
/** Shop, order, kind and part. */
const MARKER = /\[tieout [^\]]+\]/;

/** At most one live document per marker: the order's kind and part. */
function twice(company: CompanyState): string[] {
  const seen = new Map<string, string[]>();
  for (const entity of ENTITIES) {
    for (const [id, row] of Object.entries(rowsOf(company, entity))) {
      const note = textOf(row, "PrivateNote") ?? "";
      const marker = note.startsWith("Voided") ? undefined : MARKER.exec(note)?.[0];
      if (marker !== undefined) seen.set(marker, [...(seen.get(marker) ?? []), `${entity} ${id}`]);
    }
  }
  return [...seen].filter(([, documents]) => documents.length > 1).map(([marker, documents]) => `${marker} stands on ${documents.join(" and ")}`);
}
