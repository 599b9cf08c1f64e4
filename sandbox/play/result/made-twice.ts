/** Which documents of one order are in force more than once: one sales order, one document of a kind and part, one payment per transaction. Looks at the books alone, never at what the app recorded. */
import type { ResultDocument } from "./result.ts";

const FIRST_PART = "1";
const NOT_LIVE: readonly string[] = ["deleted", "voided"];

/** Such as `2 live documents payment 6000000000007`; empty where nothing is there twice. */
export function madeTwice(documents: readonly ResultDocument[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, part, docNumber, status } of documents) {
    if (NOT_LIVE.includes(status)) continue;
    // A payment is told apart by its transaction; of the other kinds an order has one for each part, and of most only the first.
    const what = kind === "payment" ? `payment ${docNumber ?? part ?? "without a reference"}` : [kind, ...(part === undefined || part === FIRST_PART ? [] : [part])].join(" ");
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([what, count]) => `${String(count)} live documents ${what}`);
}
