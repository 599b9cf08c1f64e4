/** What becomes of a sample order until now: it is paid, shipped, edited, cancelled, sent back; whatever would lie in the future has not happened. */
import { Temporal } from "temporal-polyfill";
import { formatMinor, parseMinor } from "../money/minor-units.ts";
import { cancel } from "../orders/cancel.ts";
import { edit } from "../orders/edit.ts";
import { fulfil } from "../orders/fulfil.ts";
import { toSeconds } from "../orders/instants.ts";
import { unfulfilledQuantity } from "../orders/order-status.ts";
import { pay } from "../orders/pay.ts";
import { paymentTotals } from "../orders/payment-totals.ts";
import { refund } from "../orders/refund.ts";
import type { OrderRecord } from "../state/order-record.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { Random } from "../../chance/seeded-random.ts";
import type { SampleOrder } from "./sample-order.ts";

type Life = {
  /** Lets hours pass and then does something, if that was before now. */
  after: (hours: number, happens: (at: string) => void) => boolean;
};

export function liveOn(shop: ShopState, order: OrderRecord, { payment, gateway }: SampleOrder, random: Random, now: Temporal.Instant): void {
  const life = lifeOf(order, now);
  if (random.chance(0.05)) {
    life.after(random.between(1, 20), (at) => void cancel(shop, order, { refund: random.chance(0.8), restock: true, reason: random.pick(["CUSTOMER", "INVENTORY", "FRAUD"]) }, at));
    return;
  }
  if (random.chance(0.04)) life.after(random.between(1, 5), (at) => addArticle(shop, order, random, at));
  const cashOnDelivery = gateway === "cash_on_delivery";
  if (payment !== "paid" && !cashOnDelivery && random.chance(0.85)) settle(shop, order, life, random, gateway);
  if (payment === "paid" || payment === "authorized" || cashOnDelivery || paymentTotals(order).outstanding.shop <= 0n) ship(shop, order, life, random);
  if (cashOnDelivery && order.fulfillments.length > 0) life.after(random.between(20, 60), (at) => payRest(shop, order, gateway, at));
  if (random.chance(0.11) && order.fulfillments.length > 0 && paymentTotals(order).net.shop > 0n) life.after(random.between(60, 240), (at) => sendBack(shop, order, random, at));
}

function lifeOf(order: OrderRecord, now: Temporal.Instant): Life {
  let clock = Temporal.Instant.from(order.createdAt);
  return {
    after: (hours, happens) => {
      const then = clock.add({ minutes: hours * 60 + (order.number % 47) });
      if (Temporal.Instant.compare(then, now) > 0) return false;
      clock = then;
      const at = toSeconds(then);
      happens(at);
      order.updatedAt = at;
      return true;
    },
  };
}

function addArticle(shop: ShopState, order: OrderRecord, random: Random, at: string): void {
  const product = random.pick(shop.products.filter(({ taxable, giftCard }) => !taxable && !giftCard));
  edit(shop, order, { add: [{ sku: product.sku, quantity: 1 }], note: "Asked for by telephone" }, at);
}

/** A transfer or a capture a few days later; now and then only a part of it. */
function settle(shop: ShopState, order: OrderRecord, life: Life, random: Random, gateway: string): void {
  const hours = gateway === "bank_deposit" ? random.between(30, 110) : random.between(10, 96);
  life.after(hours, (at) => {
    const { outstanding } = paymentTotals(order);
    if (gateway === "bank_deposit" && random.chance(0.25)) pay(shop, order, { amount: formatMinor(outstanding.shop / 2n + 1n, order.currency), gateway }, at);
    else payRest(shop, order, gateway, at);
  });
}

/** An authorisation covers what was ordered, not what an edit added: the rest is a sale of its own. */
function payRest(shop: ShopState, order: OrderRecord, gateway: string, at: string): void {
  const authorized = order.transactions.find(({ kind }) => kind === "AUTHORIZATION");
  const owed = paymentTotals(order).outstanding.shop;
  const covered = authorized && parseMinor(authorized.amount.shop, order.currency) < owed ? authorized.amount.shop : undefined;
  if (owed > 0n) pay(shop, order, { amount: covered, gateway: covered === undefined && !authorized ? gateway : undefined }, at);
}

function ship(shop: ShopState, order: OrderRecord, life: Life, random: Random): void {
  const open = order.lines.filter((line) => unfulfilledQuantity(line) > 0);
  const first = open[0];
  if (random.chance(0.06)) return;
  if (first && open.length > 1 && random.chance(0.15)) {
    life.after(random.between(10, 60), (at) => void fulfil(shop, order, { lines: [{ lineId: first.id, quantity: first.currentQuantity }] }, at));
    if (random.chance(0.5)) life.after(random.between(24, 90), (at) => void fulfil(shop, order, {}, at));
    return;
  }
  if (first) life.after(random.between(6, 70), (at) => void fulfil(shop, order, {}, at));
}

/** A returned article, everything, or a goodwill amount. */
function sendBack(shop: ShopState, order: OrderRecord, random: Random, at: string): void {
  const line = random.pick(order.lines);
  const share = random.next();
  if (share < 0.6) refund(shop, order, { lines: [{ lineId: line.id, quantity: 1, restock: true }], note: "Did not fit" }, at);
  else if (share < 0.8) refund(shop, order, { note: "Damaged on the way" }, at);
  else refund(shop, order, { amount: goodwill(order), note: "Sorry for the delay" }, at);
}

/** A tenth of what was paid, at least one unit. */
function goodwill(order: OrderRecord): string {
  const tenth = paymentTotals(order).net.shop / 10n;
  return formatMinor(tenth > 0n ? tenth : 1n, order.currency);
}
