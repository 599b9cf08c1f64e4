/** Random lives through the whole app against the simulated company: synced after every step or only at the end, as chance has it. The books come to what the plans say, and every proof holds. */
import { add, formatMoney, isZero, type Money, zero } from "#app/domain/money/money.ts";
import { type Mode, MODES } from "#app/domain/settings/settings.ts";
import { seededRandom } from "#sandbox/chance/seeded-random.ts";
import { readDocument } from "#sandbox/play/result/quickbooks-document.ts";
import { balances } from "../goldens/journal.ts";
import type { Story } from "../goldens/story.ts";
import { UNLESS_SHIPPED } from "../goldens/story.ts";
import { rulesOf, settingsOf, type Told, told } from "../goldens/tell.ts";
import { openShopFloor } from "../pipeline/shop-floor.ts";
import { openLives } from "./life.ts";
import { buyerOf, randomLife } from "./random-life.ts";
import { COMPANY_WHO_BUYS, PURCHASES, VENDORS_SHIP } from "./vendors-ship.ts";
import { type ExpectedCustomer, wrongCustomers } from "./wrong-customers.ts";

const CURRENCY = "USD";
const RECEIVABLE = "Accounts Receivable";

/** `over`: orders whose customer was held against Shopify's own outstanding amount. */
export type Booked = { orders: number; syncs: number; over: number; purchaseOrders: number; wrong: string[]; trialBalance: Record<string, string>; planned: Record<string, string> };

/** `from`: the first seed. */
export async function bookLives(count: number, from: number, seen: (done: number) => void = () => undefined): Promise<Booked> {
  await using lives = await openLives({ currency: CURRENCY });
  await using floor = await openShopFloor({ switches: { throttling: false }, ...COMPANY_WHO_BUYS });
  const wrong: string[] = [];
  const expected = new Map<string, Money>();
  const customers = new Map<string, ExpectedCustomer>();
  const ordered: string[] = [];
  let syncs = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const { mode, unlessShipped, steps } = randomLife(seed, CURRENCY);
    const story: Story = { name: String(seed), title: "", tells: "", mode, rules: [...(unlessShipped ? [UNLESS_SHIPPED] : []), ...VENDORS_SHIP], purchases: PURCHASES, steps };
    await floor.configure(settingsOf(story), rulesOf(story));
    const orders = await lives.live(steps, { leaveOutRefused: true });
    const looked = seededRandom(seed).chance(0.6) ? orders : orders.slice(-1);
    for (const order of looked) {
      floor.orders.clear();
      floor.orders.set(order.id, order);
      await floor.sync();
      syncs += 1;
    }
    const plans = told(story, looked);
    const last = plans.at(-1);
    if (!last) continue;
    // While an order waits, what was booked before stays.
    const booked = plans.findLast(({ plan, decision }) => plan.issues.length === 0 && decision.treatment.kind === "sync");
    for (const [account, balance] of balances(booked?.plan.documents ?? [], CURRENCY)) expected.set(account, add(expected.get(account) ?? zero(CURRENCY), balance));
    for (const each of booked?.plan.documents ?? []) if (each.kind === "purchase_order") ordered.push(`${each.number} ${each.standing} ${formatMoney(each.total)}`);
    const planned = balances(booked?.plan.documents ?? [], CURRENCY).get(RECEIVABLE)?.minor ?? 0n;
    customers.set(buyerOf(seed), { planned, outstanding: isOver(mode, last) ? owedOf(last) : null });
    const { state, reason } = await floor.recorded(last.order.id);
    const told1 = last.plan.notices[0]?.sentence ?? null;
    // A receipt waits for the rest of its money.
    const waits = last.plan.issues.map(({ code }) => code).includes("receipt_cannot_follow");
    const isAsSaid = state === "posted" || state === "skipped" || (state === "attention" && (reason === told1 || waits));
    if (!isAsSaid) wrong.push(`seed ${seed}: ${state}, ${reason}`);
    seen(seed - from + 1);
  }
  const planned = [...expected].filter(([, balance]) => !isZero(balance)).map(([account, balance]) => [account, formatMoney(balance)]);
  const held = floor.company.quickbooks.trialBalance(floor.company.realmId).map(({ account, debit, credit }) => [account, debit === "0.00" ? `-${credit}` : debit]);
  wrong.push(...wrongCustomers(floor.company.quickbooks.company(floor.company.realmId), customers));
  const bought = floor.company.quickbooks.documents(floor.company.realmId, "PurchaseOrder").map((row) => readDocument("purchase_order", row)).map(({ docNumber, status, total }) => `${docNumber} ${status} ${total}`);
  wrong.push(...ordered.filter((each) => !bought.includes(each)).map((each) => `not in the books: purchase order ${each}`), ...bought.filter((each) => !ordered.includes(each)).map((each) => `not planned: purchase order ${each}`));
  const over = [...customers.values()].filter(({ outstanding }) => outstanding !== null).length;
  return { orders: count, syncs, over, purchaseOrders: bought.length, wrong, trialBalance: Object.fromEntries(held.toSorted()), planned: Object.fromEntries(planned.toSorted()) };
}

/** What Shopify says is outstanding. Of an order that was never sold nothing is owed, whatever is left of its worth (a tip on an order whose every line was taken out, story A37). */
function owedOf({ order, plan }: Told): bigint {
  const { minor } = order.totals.outstanding;
  const isSold = plan.documents.some(({ kind }) => kind === "invoice" || kind === "sales_receipt");
  return isSold || minor < 0n ? minor : 0n;
}

/** Shipped or cancelled, with nothing left out of the books: then receivables are what Shopify says is outstanding. A receipt is not there before all is paid. */
function isOver(mode: Mode, { order, decision, plan }: Told): boolean {
  const { invoice, payment, salesReceipt } = MODES[mode];
  const booksAll = payment ? invoice : salesReceipt && plan.documents.length > 0;
  // What was kept of an order that was never invoiced is the customer's credit until a person books it, which the order says.
  if (plan.notices.some(({ code }) => code === "kept_not_booked")) return false;
  return booksAll && (order.status === "fulfilled" || order.status === "cancelled") && decision.treatment.kind === "sync" && plan.issues.length === 0;
}
