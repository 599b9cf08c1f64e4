/** What removing an order from QuickBooks would take away: its documents, and the change of each account. */
import type { OrderFacts } from "#app/pipeline/ports/shop-desk.ts";
import type { Format } from "../format.server.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import type { RemovalView } from "./view.ts";

/** Null when nothing of the order is in the books. Accounts that do not change in sum are left out. */
export function removalView({ documentRows, removal }: Pick<OrderFacts, "documentRows" | "removal">, format: Format): RemovalView | null {
  const present = documentRows.filter(({ state }) => state === "posted");
  if (present.length === 0) return null;
  return {
    documents: present.map(({ kind, number, total, date }) => {
      const name = [kind in DOCUMENT_WORDS ? DOCUMENT_WORDS[kind as keyof typeof DOCUMENT_WORDS].one : kind, number].filter((part) => part !== null).join(" ");
      return [name, format.money(total), ...(date === null ? [] : [format.day(date)])].join(" · ");
    }),
    accounts: removal.filter(({ amount }) => amount.minor !== 0n).map(({ account, amount }) => ({ account, change: `${amount.minor > 0n ? "+" : ""}${format.money(amount)}` })),
  };
}
