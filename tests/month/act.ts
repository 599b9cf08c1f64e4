/** Does one act to an order in the simulated shop, as far as Shopify would allow it now; must never look into the books. */
import type { Random } from "#sandbox/chance/seeded-random.ts";
import { formatBag } from "#sandbox/shopify/money/bag.ts";
import { formatMinor } from "#sandbox/shopify/money/minor-units.ts";
import { shippingAmounts } from "#sandbox/shopify/orders/current-amounts.ts";
import { unfulfilledQuantity } from "#sandbox/shopify/orders/order-status.ts";
import { paymentTotals } from "#sandbox/shopify/orders/payment-totals.ts";
import type { ShopifySimulator } from "#sandbox/shopify/start-shopify.ts";
import type { OrderRecord } from "#sandbox/shopify/state/order-record.ts";
import type { Act } from "./draw-life.ts";

type Doing = { shopify: ShopifySimulator; domain: string; order: OrderRecord; random: Random };

/** False where the act is not possible now: it is left out. */
export function act({ shopify, domain, order, random }: Doing, what: Act): boolean {
  const { outstanding, net } = paymentTotals(order);
  const isCancelled = order.cancelledAt !== null;
  const isDisputed = (order.disputes ?? []).some(({ status }) => status === "NEEDS_RESPONSE");
  const held = order.lines.filter(({ currentQuantity }) => currentQuantity > 0);
  const shippable = order.lines.filter((line) => unfulfilledQuantity(line) > 0);
  const share = (minor: bigint): string => formatMinor((minor * BigInt(random.between(20, 70))) / 100n, order.currency);
  switch (what) {
    case "pay":
      return outstanding.shop > 0n && done(shopify.pay(domain, order.id, payment(order, undefined)));
    case "payPart":
      return outstanding.shop > 500n && done(shopify.pay(domain, order.id, payment(order, share(outstanding.shop))));
    case "payByGiftCard":
      return outstanding.shop > 500n && done(shopify.pay(domain, order.id, { amount: share(outstanding.shop), gateway: "gift_card" }));
    case "edit":
      return !isCancelled && order.fulfillments.length === 0 && held.length > 0 && done(shopify.edit(domain, order.id, editOf(order, random)));
    case "refundUnits":
      return held.length > 0 && done(shopify.refund(domain, order.id, { lines: unitsOf(held, random) }));
    case "refundPart":
      return held.length > 0 && keepsSome({ shopify, domain, order, random }, unitsOf(held, random));
    case "refundShipping": {
      const left = order.shippingLines.reduce((sum, line) => sum + shippingAmounts(line, order).net.shop, 0n);
      return left > 0n && done(shopify.refund(domain, order.id, { shipping: random.chance(0.5) ? "full" : share(left) }));
    }
    case "refundAll":
      return held.length > 0 && done(shopify.refund(domain, order.id));
    case "goodwill":
      return net.shop > 1_000n && outstanding.shop <= 0n && done(shopify.refund(domain, order.id, { amount: formatMinor(BigInt(random.between(1, 900)), order.currency) }));
    case "fulfil":
      return !isCancelled && shippable.length > 0 && done(shopify.fulfil(domain, order.id));
    case "fulfilPart": {
      const [line] = shippable;
      return !isCancelled && line !== undefined && done(shopify.fulfil(domain, order.id, { lines: [{ lineId: line.id, quantity: 1 }] }));
    }
    case "cancel":
      return !isCancelled && done(shopify.cancel(domain, order.id, { refund: true, restock: random.chance(0.5) }));
    case "cancelUnpaid":
      return !isCancelled && done(shopify.cancel(domain, order.id, { refund: false }));
    case "chargeback":
      return !isDisputed && received(order) > 100n && done(shopify.chargeback(domain, order.id, { amount: share(received(order)), fee: random.pick(["15.00", "0.00"]), outcome: "open" }));
    case "chargebackLost":
      return isDisputed && done(shopify.chargeback(domain, order.id, { amount: "0.00", outcome: "lost" }));
    case "chargebackWon":
      return isDisputed && done(shopify.chargeback(domain, order.id, { amount: "0.00", outcome: "won" }));
  }
}

/** Of cards and accounts: what gift cards paid no bank can take back. */
const received = ({ transactions }: OrderRecord): bigint =>
  transactions.filter(({ kind, status, gateway }) => status === "SUCCESS" && gateway !== "gift_card" && (kind === "SALE" || kind === "CAPTURE")).reduce((sum, { amount }) => sum + BigInt(amount.shop.replace(".", "")), 0n);

const done = (_summary: unknown): true => true;

/** More than was authorised, or is left of that, cannot be captured: then the customer pays another way. */
function payment(order: OrderRecord, amount: string | undefined): { amount?: string | undefined; gateway?: string } {
  const grew = order.edits.length > 0 && order.transactions.some(({ kind }) => kind === "AUTHORIZATION");
  return { amount, ...(grew && { gateway: "cash" }) };
}

function unitsOf(held: OrderRecord["lines"], random: Random): { lineId: string; quantity: number; restock: boolean }[] {
  const chosen = random.shuffle(held).slice(0, random.pickFavourite([1, 2, 3]));
  return chosen.map(({ id, currentQuantity }) => ({ lineId: id, quantity: random.between(1, currentQuantity), restock: random.chance(0.5) }));
}

function editOf(order: OrderRecord, random: Random): Parameters<ShopifySimulator["edit"]>[2] {
  const line = random.pick(order.lines.filter(({ currentQuantity }) => currentQuantity > 0));
  const lowered = { set: [{ lineId: line.id, quantity: line.currentQuantity - 1 }] };
  const added = { add: [{ sku: "EXTRA", title: "Extra", quantity: random.between(1, 2), price: "12.34", tax_lines: [{ title: "State tax", rate: 0.0625, price: "0.77" }] }] };
  const raised = { set: [{ lineId: line.id, quantity: line.currentQuantity + 2 }] };
  return random.pickFavourite([added, raised, lowered, { ...added, ...lowered }]);
}

/** Less is paid back than the units are worth to the customer: a restocking fee. */
function keepsSome({ shopify, domain, order }: Doing, lines: { lineId: string; quantity: number }[]): boolean {
  const before = paymentTotals(order);
  const worth = lines.reduce((sum, { lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return sum + BigInt(quantity) * BigInt(line ? line.unitPrice.shop.replace(".", "") : "0");
  }, 0n);
  const amount = worth / 4n;
  if (before.outstanding.shop > 0n || amount === 0n || amount > before.net.shop) return false;
  return done(shopify.refund(domain, order.id, { lines, amount: formatBag({ shop: amount, presentment: amount }, order).shop }));
}
