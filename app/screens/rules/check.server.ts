/** What publishing the draft would do, for its dialog. Writes nothing. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { add, type Money } from "#app/domain/money/money.ts";
import { changeFacts, movedView } from "../back-test-view.server.ts";
import { type Format, formatFor } from "../format.server.ts";
import { openDesk } from "../open-desk.server.ts";
import type { PublishView } from "./view.ts";
import { PUBLISH } from "./words.ts";

const SHOWN = 10;

export async function checkPublishing({ request }: ActionFunctionArgs) {
  const desk = await openDesk(request);
  const [draft, { backTest, incomeAccounts }] = await Promise.all([desk.ruleDesk.draft(), desk.ruleDesk.backTest()]);
  const format = formatFor(desk.shop);
  const { changed, moved } = backTest.compare(draft.rules);
  const problems = changed.filter(({ newProblems }) => newProblems.length > 0);
  const view: PublishView = {
    total: backTest.orders.length,
    changed: changed.length,
    orders: changed.slice(0, SHOWN).map(({ order, changes }) => ({ key: order.id, name: order.name, changes: changeFacts(changes, format) })),
    problems: problems.slice(0, SHOWN).map(({ order, newProblems }) => ({ name: order.name, sentences: newProblems.map(({ sentence }) => sentence) })),
    problemCount: problems.length,
    accounts: movedView(moved, format),
    income: incomeMoved(moved.filter(({ account }) => incomeAccounts.has(account)).map(({ amount }) => amount), format),
  };
  return Response.json(view);
}

/** What leaves some income accounts; as much or less comes onto others. */
function incomeMoved(amounts: readonly Money[], format: Format): string {
  const sums = new Map<string, Money>();
  // Income is credited: what is debited more leaves the account.
  for (const amount of amounts) if (amount.minor > 0n) sums.set(amount.currency, add(sums.get(amount.currency) ?? { ...amount, minor: 0n }, amount));
  return sums.size === 0 ? PUBLISH.noIncomeMoved : PUBLISH.incomeMoved([...sums.values()].map((sum) => format.money(sum)).join(", "));
}
