/** What previewed writes would do to the books, account by account: the legs of what is written, less those of what it takes the place of. */
import { refKey } from "#app/domain/documents/kind.ts";
import { add, isZero, type Money, negate, zero } from "#app/domain/money/money.ts";
import type { AccountEffect, PreviewedWrite } from "../ports/preview.ts";

type NamedLeg = { account: string; side: "debit" | "credit"; amount: Money };

/** `posted`: the legs of the order's documents as they stand, by `refKey`. Applying a payment and closing a sales order move no account. */
export function accountEffect(writes: readonly PreviewedWrite[], posted: ReadonlyMap<string, readonly NamedLeg[]>): AccountEffect[] {
  const written = new Map(writes.filter(({ op }) => op === "create" || op === "update").map(({ document }) => [refKey(document), document]));
  // What is made anew is not there any more, whatever our record still says.
  const made = new Set(writes.filter(({ op }) => op === "create").map(({ document }) => refKey(document)));
  const effects = new Map<string, Money>();
  const move = (account: string, side: NamedLeg["side"], amount: Money): void => {
    effects.set(account, add(effects.get(account) ?? zero(amount.currency), side === "debit" ? amount : negate(amount)));
  };
  for (const [key, { legs }] of written) {
    for (const { account, side, amount } of legs) move(account.name, side, amount);
    for (const { account, side, amount } of made.has(key) ? [] : (posted.get(key) ?? [])) move(account, side === "debit" ? "credit" : "debit", amount);
  }
  return [...effects].map(([account, amount]) => ({ account, amount })).filter(({ amount }) => !isZero(amount));
}
